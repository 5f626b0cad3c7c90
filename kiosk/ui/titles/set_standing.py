"""How a whole set stands: how many of its volumes can be taken from the shelf now."""

from collections.abc import Sequence

from kiosk.domain.titles import FoundTitle, Material, Whereabouts
from kiosk.words.words import Words


def set_place(words: Words, parts: Sequence[FoundTitle]) -> str:
    here = sum(each.availability.whereabouts is Whereabouts.HERE for each in parts)
    if not here:
        return words("None of them is on the shelf here now.")
    return words.count(
        "%(num)d of them is on the shelf here.", "%(num)d of them are on the shelf here.", here
    )


def set_next(words: Words, found: FoundTitle) -> str:
    if found.title.material is Material.MAGAZINE:
        return words("Choose an issue. Each is reserved by itself.")
    return words("Choose a volume. Each is reserved by itself.")
