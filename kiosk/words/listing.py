"""A list of several titles in words: which room, which shelf, and how each of them is."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.titles import FoundTitle, Whereabouts
from kiosk.domain.walking_order import Leg, leg_of, stand_of
from kiosk.words.names import name_of
from kiosk.words.places import room_name, shelf_name
from kiosk.words.whereabouts import sign_of
from kiosk.words.words import Words

__all__ = ["Listed", "say_listed"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One title of the list; what is ours may bear furigana, what is catalogued does not."""

    found: FoundTitle
    room: str  # the heading under which it stands: branch and floor, the counter, or nowhere
    place: str  # the shelf; where there is none, how it is
    whereabouts: Whereabouts

    @property
    def sign(self) -> str:
        return sign_of(self.whereabouts)

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.found.title.name, self.found.title.part)))


def say_listed(words: Words, titles: Iterable[FoundTitle]) -> tuple[Listed, ...]:
    """In the order given; those of one room follow each other where that is the walking order."""
    return tuple(_listed(words, found) for found in titles)


def _listed(words: Words, found: FoundTitle) -> Listed:
    availability = found.availability
    whereabouts, stand = availability.whereabouts, stand_of(availability)
    state = name_of(words, whereabouts)
    if stand is None:
        return Listed(found, words("Not on a shelf now"), state, whereabouts)
    shelf = shelf_name(words, stand.shelf)
    if leg_of(availability) is Leg.COUNTER:
        return Listed(found, words("Ask at the counter"), state, whereabouts)
    place = shelf if whereabouts is Whereabouts.HERE else _and_state(words, shelf, state)
    return Listed(found, room_name(words, stand.branch, stand.floor), place or state, whereabouts)


def _and_state(words: Words, shelf: str, state: str) -> str:
    return words("%(shelf)s: %(state)s", shelf=shelf, state=state) if shelf else state
