"""Where a title is, in words: a shelf, a branch, when it comes back, and what to do next."""

from kiosk.domain.titles import Availability, Holding, Whereabouts
from kiosk.words.dates import day
from kiosk.words.places import branch_name, shelf_in_room
from kiosk.words.words import Words

_SIGNS = {
    Whereabouts.HERE: "○",
    Whereabouts.CLOSED_STACKS: "◌",  # as a dotted circle is written
    Whereabouts.ELSEWHERE: "◌",
    Whereabouts.OUT: "△",
    Whereabouts.IN_TRANSIT: "△",
    Whereabouts.ON_HOLD_SHELF: "△",
    Whereabouts.REFERENCE: "□",
    Whereabouts.MISSING: "△",
    Whereabouts.UNKNOWN: "－",
}


def sign_of(whereabouts: Whereabouts) -> str:
    """The shape as one character: the same on the screen, on paper and on a phone."""
    return _SIGNS[whereabouts]


def place_of(words: Words, availability: Availability) -> str:
    """The second line: which shelf, which branch, how many wait; "" where nothing is known."""
    match availability.whereabouts:
        case Whereabouts.HERE | Whereabouts.REFERENCE | Whereabouts.CLOSED_STACKS:
            return _shelf_of(words, availability.nearest)
        case Whereabouts.ELSEWHERE:
            return _branches(words, to_be_fetched(availability))
        case Whereabouts.OUT | Whereabouts.IN_TRANSIT | Whereabouts.ON_HOLD_SHELF:
            return _wait(words, availability)
        case Whereabouts.MISSING | Whereabouts.UNKNOWN:
            return ""


def to_be_fetched(availability: Availability) -> list[Holding]:
    """Where something stands that can be taken home."""
    return [each for each in availability.holdings if each.on_shelf and not each.is_reference]


def people_waiting(words: Words, waiting: int) -> str:
    return words.count("%(num)d person waits", "%(num)d people wait", waiting)


def next_position(words: Words, waiting: int) -> str:
    """What a reservation would be in the queue: behind all who wait now (rule R9)."""
    return words("Reserve it now and you are **No. %(position)d**.", position=waiting + 1)


def due_back(words: Words, availability: Availability) -> str:
    """When the first item that is out comes back; empty where nobody knows."""
    due = min((each.due for each in availability.holdings if each.due), default=None)
    return words("Due back %(day)s", day=day(words, due)) if due else ""


def what_next(words: Words, availability: Availability) -> str:
    """One or two short sentences: what the patron does now."""
    match availability.whereabouts:
        case Whereabouts.HERE:
            return words("Take it from the shelf and borrow it at the counter.")
        case Whereabouts.CLOSED_STACKS:
            return words("Only the staff goes there. Show this call number at the counter.")
        case Whereabouts.ELSEWHERE:
            return words("Reserve it, and it comes to the branch you choose.")
        case Whereabouts.OUT:
            return words("Reserve it, and it is kept for you when your turn comes.")
        case Whereabouts.IN_TRANSIT:
            return words("It is on its way between branches. Reserve it for when it is there.")
        case Whereabouts.ON_HOLD_SHELF:
            return words("It is kept for somebody. Reserve it for when it comes back.")
        case Whereabouts.REFERENCE:
            return _where_to_read(words, availability.nearest)
        case Whereabouts.MISSING:
            return words("We are looking for it. Please ask at the counter.")
        case Whereabouts.UNKNOWN:
            return words("The staff at the counter can tell you where it is.")


def _where_to_read(words: Words, holding: Holding) -> str:
    if not holding.is_here:
        return words("You can read it at that branch.")
    if holding.is_closed_stacks:
        return words("Ask for it at the counter. You can read it here in the library.")
    return words("You can read it here in the library.")


def _shelf_of(words: Words, holding: Holding) -> str:
    return shelf_in_room(
        words, holding.branch, holding.floor, holding.shelf, is_here=holding.is_here
    )


def _branches(words: Words, holdings: list[Holding]) -> str:
    first = branch_name(words, holdings[0].branch)
    if len(holdings) == 1:
        return first
    more = len(holdings) - 1
    return words.count(
        "%(branch)s and %(num)d more", "%(branch)s and %(num)d more", more, branch=first
    )


def _wait(words: Words, availability: Availability) -> str:
    if availability.waiting:
        return people_waiting(words, availability.waiting)
    return due_back(words, availability)
