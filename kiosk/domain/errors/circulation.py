"""What can go wrong at the counter, one type each."""

from dataclasses import dataclass

from kiosk.domain.errors.library_error import LibraryError
from kiosk.domain.reservations import ReservationNumber


class ItemUnknown(LibraryError):
    """No item of this library bears the barcode."""


class PatronUnknown(LibraryError):
    """No patron has this card."""


class ReadHereOnly(LibraryError):
    """Reference items are not lent."""


class AlreadyLent(LibraryError):
    """A patron has it on loan; it is to be taken back first."""


@dataclass(unsafe_hash=True)
class SetAside(LibraryError):
    """It is kept for another patron's reservation; the number says for which."""

    reservation: ReservationNumber


@dataclass(unsafe_hash=True)
class LoansFull(LibraryError):
    """The patron has as many on loan as the policy allows."""

    limit: int


class NotOnHoldShelf(LibraryError):
    """It does not stand on a hold shelf."""


class NotToSequence(LibraryError):
    """Rule R7: these are not two or more waiting reservations of one patron without an order."""


class SequenceAtCounter(LibraryError):
    """Rule R7: not set at the panel; the counter does it."""
