"""Why something cannot be reserved, changed or found."""

from dataclasses import dataclass

from kiosk.domain.errors.library_error import LibraryError
from kiosk.domain.errors.service import ServiceBroken


# Reserving
@dataclass(unsafe_hash=True)
class LimitReached(LibraryError):
    limit: int
    group: str = "book"


class AlreadyReserved(LibraryError):
    """Rule R8."""


class AlreadyOnLoan(LibraryError):
    """Rule R8."""


class NotReservable(LibraryError):
    """Read in the library only, or withdrawn."""


class PermitEnded(LibraryError):
    """Another reservation used the permit, or its time is over."""


class NumberNotAccepted(ServiceBroken):
    """The reservation's number is taken, or none of the calling kiosk's."""


class PickupNotPossible(LibraryError):
    """The branch does not take this title."""


class NoticeNotPossible(LibraryError):
    """No usable contact, or not at this channel."""


class TooLateToChange(LibraryError):
    """Rule V1: on its way or ready; the pickup branch decides."""


class TitleUnknown(LibraryError):
    """No such title (any more)."""


class IsbnUnknown(TitleUnknown):
    """A book was scanned that the library's catalogue does not have."""


class ReservationUnknown(LibraryError):
    """No such reservation of this patron."""
