"""What became of a scan, in one sentence, with what to do next."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.circulation import (
    Lent,
    Next,
    PutOnHoldShelf,
    SendForPickup,
    SendHome,
    ShelveHere,
)
from kiosk.domain.errors import LibraryError, ServiceBroken
from kiosk.domain.items import Item
from kiosk.words.dates import day
from kiosk.words.errors import explain
from kiosk.words.explaining.counter import explain_at_counter
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


class Tone(StrEnum):
    DONE = "done"
    ASIDE = "aside"  # done, and somebody waits for it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Said:
    """The answer to one scan or touch; a reservation is its number, never who made it."""

    tone: Tone
    what: str
    then: str
    to: str = ""  # where it goes, large: a branch, a place of the hold shelf, a shelf
    number: str = ""  # the reservation's, as on the slip
    until: str = ""  # the last day to collect it
    item: Item | None = None


def say_next(words: Words, following: Next) -> Said:
    """What is to be done with an item that was just scanned."""
    match following:
        case SendForPickup() | PutOnHoldShelf():
            return _say_reserved(words, following)
        case ShelveHere(item):
            what, then = words("Nobody is waiting for it."), words("Put it back on its shelf.")
            return Said(Tone.DONE, what, then, to=_shelf(words, item), item=item)
        case SendHome(item, branch):
            what = words("It belongs to another branch.")
            then = words("Put it into the crate for %(branch)s.", branch=branch.name)
            return Said(Tone.DONE, what, then, to=branch.name, item=item)


def _say_reserved(words: Words, following: SendForPickup | PutOnHoldShelf) -> Said:
    item, number = following.item, following.reservation
    if isinstance(following, SendForPickup):
        branch = following.to.name
        what = words("It is reserved, and collected at another branch.")
        then = words("Put it into the crate for %(branch)s, with its slip.", branch=branch)
        return Said(Tone.ASIDE, what, then, to=branch, number=number, item=item)
    place, until = following.place, day(words, following.ready_until)
    what = words("It is reserved, and collected here.")
    then = words("Put it on the hold shelf at %(place)s, with its slip.", place=place)
    return Said(Tone.ASIDE, what, then, to=place, number=number, until=until, item=item)


def say_lent(words: Words, lent: Lent) -> Said:
    due = words("Due back on %(day)s.", day=day(words, lent.due_on))
    if lent.collected is None:
        return Said(Tone.DONE, words("Lent."), due, item=lent.item)
    number = lent.collected
    return Said(
        Tone.DONE, words("Lent; the reservation is collected."), due, number=number, item=lent.item
    )


def told(
    words: Words, deed: Callable[[], Said], *, but: type[LibraryError] = ServiceBroken
) -> Said:
    """What became of a deed, or why it was refused.

    A broken service has a page of its own; so has what is named as `but`.
    """
    try:
        return deed()
    except (ServiceBroken, but):
        raise
    except LibraryError as error:
        return say_refused(words, error)


def say_refused(words: Words, error: Exception) -> Said:
    explanation = explained(words, error)
    return Said(Tone.REFUSED, explanation.what, explanation.then)


def explained(words: Words, error: Exception) -> Explanation:
    """As staff are told."""
    return explain_at_counter(words, error) or explain(words, error)


def _shelf(words: Words, item: Item) -> str:
    """Its shelf at home: 24, 2階; the call number where no shelf is signed."""
    if not item.shelf:
        return str(item.call_number)
    if not item.floor:
        return words("Shelf %(shelf)s", shelf=item.shelf)
    return words("%(floor)s, shelf %(shelf)s", floor=item.floor, shelf=item.shelf)
