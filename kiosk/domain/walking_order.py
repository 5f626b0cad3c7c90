"""Titles in the order in which one walks to them: this branch, floor by floor, shelf by shelf."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum

from kiosk.domain.availability import Availability, Holding, Whereabouts
from kiosk.domain.titles import FoundTitle

_BELOW = re.compile(r"地下|B[0-9]")
_PIECE = re.compile(r"[0-9]+|[^0-9]+")
_NO_NUMBER = 1000  # a floor without one, behind those that are numbered
_ELSEWHERE = Whereabouts.ELSEWHERE
Key = tuple[tuple[int, int, str], ...]


class Leg(IntEnum):
    """The parts of the way, one after the other."""

    SHELF = 1  # on a shelf of this branch, to be taken or read there
    COUNTER = 2  # in the closed stacks of this branch
    OTHER_BRANCH = 3
    NOT_NOW = 4  # nothing to walk to


def leg_of(availability: Availability) -> Leg:
    match availability.whereabouts:
        case Whereabouts.HERE:
            return Leg.SHELF
        case Whereabouts.CLOSED_STACKS:
            return Leg.COUNTER
        case Whereabouts.ELSEWHERE:
            return Leg.OTHER_BRANCH
        case Whereabouts.REFERENCE:
            nearest = availability.nearest
            if not nearest.is_here:
                return Leg.OTHER_BRANCH
            return Leg.COUNTER if nearest.is_closed_stacks else Leg.SHELF
    return Leg.NOT_NOW


def stand_of(availability: Availability) -> Holding | None:
    """Where the patron would walk to, or have it fetched from; None where there is no place now."""
    if leg_of(availability) is Leg.NOT_NOW:
        return None
    if availability.whereabouts is Whereabouts.ELSEWHERE:
        return next(each for each in availability.holdings if each.from_here is _ELSEWHERE)
    return availability.nearest


def in_walking_order(titles: Iterable[FoundTitle]) -> tuple[FoundTitle, ...]:
    """What can't be walked to stands last, by its call number."""
    return tuple(sorted(titles, key=_place))


def _place(found: FoundTitle) -> tuple[int, str, tuple[int, str], Key, Key, str]:
    leg, stand = leg_of(found.availability), stand_of(found.availability)
    number, title = natural(str(found.title.call_number)), found.title.id
    if stand is None:
        return leg, "", (0, ""), (), number, title
    branch = "" if stand.is_here else str(stand.branch.id)
    return leg, branch, floor_rank(stand.floor), natural(stand.shelf), number, title


def floor_rank(floor: str) -> tuple[int, str]:
    """From the basement up: 地下1階, 1階, 2階, and then what bears no number."""
    signed = unicodedata.normalize("NFKC", floor)
    digits = re.search("[0-9]+", signed)
    number = int(digits[0]) if digits else _NO_NUMBER
    return (-number if digits and _BELOW.search(signed) else number), signed


def natural(text: str) -> Key:
    """Numbers by their worth, 9 before 24; numbers before words."""
    pieces = _PIECE.findall(unicodedata.normalize("NFKC", text))
    return tuple((0, int(each), "") if each.isdecimal() else (1, 0, each) for each in pieces)
