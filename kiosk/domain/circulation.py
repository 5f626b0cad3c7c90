"""What the counter hands out and takes in, and what is to be done with each item next.

Nothing here says who a patron is: slips and lists lie about. A reservation is its number.
"""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.branches import Branch
from kiosk.domain.items import Item
from kiosk.domain.reservations import ReservationNumber


@dataclass(frozen=True, slots=True)
class Lent:
    """An item that a patron takes along."""

    item: Item
    due_on: date
    collected: ReservationNumber | None = None  # the reservation that is done by it


@dataclass(frozen=True, slots=True)
class ShelveHere:
    """Nobody waits, and it is at home."""

    item: Item


@dataclass(frozen=True, slots=True)
class SendHome:
    """Nobody waits; into the crate for its home branch."""

    item: Item
    to: Branch


@dataclass(frozen=True, slots=True)
class SendForPickup:
    """Into the crate for the branch where a patron fetches it; the slip bears the number."""

    item: Item
    to: Branch
    reservation: ReservationNumber


@dataclass(frozen=True, slots=True)
class PutOnHoldShelf:
    """Onto this branch's hold shelf, at this place."""

    item: Item
    place: str  # "B-07"
    reservation: ReservationNumber
    ready_until: date


Next = ShelveHere | SendHome | SendForPickup | PutOnHoldShelf


@dataclass(frozen=True, slots=True)
class OnHoldShelf:
    """What stands at a place of the hold shelf.

    Without a reservation it is to be taken off: the patron did not come in time, cancelled, or
    took another copy.
    """

    item: Item
    place: str
    reservation: ReservationNumber | None = None
    ready_until: date | None = None


@dataclass(frozen=True, slots=True)
class ToFetch:
    """An item on a shelf of this branch that somebody waits for."""

    item: Item
    pickup: Branch


@dataclass(frozen=True, slots=True)
class Read:
    """A line of a patron's reading history, kept because the patron asked for it."""

    title_name: str
    creator: str
    lent_on: date
    returned_on: date
