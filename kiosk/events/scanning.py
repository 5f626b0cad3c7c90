"""What the scanner read that is no card."""

from dataclasses import dataclass

from kiosk.domain.codes import NotOurs
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.titles import TitleId
from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class IsbnScanned(Event):
    isbn: str


@dataclass(frozen=True, slots=True)
class ItemScanned(Event):
    """The library's own barcode on a book."""

    barcode: str


@dataclass(frozen=True, slots=True)
class SlipScanned(Event):
    """The number on a reservation's slip."""

    number: ReservationNumber


@dataclass(frozen=True, slots=True)
class TitlesScanned(Event):
    """A list of titles that was carried away on a phone, and comes back."""

    titles: tuple[TitleId, ...]


class PriceRowScanned(Event):
    """The lower row on a book: the upper one says which book it is."""


@dataclass(frozen=True, slots=True)
class UnknownCodeScanned(Event):
    """A code or a card of which nothing can be done here, and what it may be, if that is seen."""

    what: NotOurs = NotOurs.UNKNOWN
