"""Where a title is, as its row says it; of a set, how many volumes or issues there are."""

from kiosk.domain.titles import FoundTitle, Material
from kiosk.words.names import name_of
from kiosk.words.whereabouts import place_of
from kiosk.words.words import Words


def state_and_place(words: Words, found: FoundTitle) -> tuple[str, str]:
    """The word beside the shape, and the line below it."""
    if found.parts:
        return parts_said(words, found), words("Touch to choose one of them")
    availability = found.availability
    return name_of(words, availability.whereabouts), place_of(words, availability)


def parts_said(words: Words, found: FoundTitle) -> str:
    """How many volumes or issues a set has."""
    if found.title.material is Material.MAGAZINE:
        return words.count("%(num)d issue", "%(num)d issues", found.parts)
    return words.count("%(num)d volume", "%(num)d volumes", found.parts)


def items_said(words: Words, items: int, material: Material) -> str:
    """How many there are, by what they are counted."""
    if material in (Material.CD, Material.DVD, Material.VIDEO):
        return words.count("%(num)d disc or tape", "%(num)d discs or tapes", items)
    return words.count("%(num)d copy", "%(num)d copies", items)
