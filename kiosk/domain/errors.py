"""What can go wrong, one type each; what is said to the patron stands in words/errors.py."""

from dataclasses import dataclass


class LibraryError(Exception):
    """Anything that we foresee; carries what the words need, never who the patron is."""

    def __str__(self) -> str:
        return type(self).__name__


# The line and the service
class LineLost(LibraryError):
    """No answer in time, or none that we understand."""


class ServiceBroken(LibraryError):
    """The service answered that it failed."""


class StorageFull(ServiceBroken):
    """No room is left where the service keeps its data."""


class StorageBusy(ServiceBroken):
    """Somebody else held the service's data for too long; later it may go."""


class StorageBroken(ServiceBroken):
    """The service's data cannot be opened, read or written."""


@dataclass(unsafe_hash=True)
class ServiceNotStarted(ServiceBroken):
    """The service beside the kiosk ended before it answered; says why, for technicians."""

    why: str

    def __str__(self) -> str:
        return self.why


class KioskUnknown(ServiceBroken):
    """The service does not know the kiosk's key; a technician sets it."""


class NothingHere(ServiceBroken):
    """The service has nothing at this address: kiosk and service are of different ages."""


class MethodNotOffered(ServiceBroken):
    """The service does not do this at this address."""


class RequestTooLarge(ServiceBroken):
    """The request has more bytes than the service reads."""


class RequestNotUnderstood(ServiceBroken):
    """The request is not shaped as the service expects it."""


# The kiosk's own disk
class KioskDiskFull(LibraryError):
    """No room is left on the kiosk's own disk, or it cannot be written: nothing was begun."""


# Signing in
class CardOrPasswordWrong(LibraryError):
    """Rule L7: which of the two is not said."""


@dataclass(unsafe_hash=True)
class TriedTooOften(LibraryError):
    wait_s: int


class SessionEnded(LibraryError):
    """The service no longer knows the session."""


class PasswordMustBeChosen(LibraryError):
    """Rule L3: nothing else opens before a password is set."""


@dataclass(unsafe_hash=True)
class PasswordNotAllowed(LibraryError):
    """Rules L3 and L4; reason is "length", "letters" or "initial"."""

    reason: str
    shortest: int = 4
    longest: int = 20


# The My Number card
@dataclass(unsafe_hash=True)
class PinWrong(LibraryError):
    tries_left: int


class PinLocked(LibraryError):
    """No try is left; the municipality resets it."""


class LastTryKept(LibraryError):
    """One try is left, so no PIN was sent."""


class PinNotFourDigits(LibraryError):
    """It never reached the card."""


class CardGone(LibraryError):
    """The card left the reader in the middle."""


class NotMyNumberCard(LibraryError):
    """The card on the reader is another kind."""


class TwoCards(LibraryError):
    """Two cards lie on the reader."""


class CertificateNotAccepted(LibraryError):
    """Expired, revoked or from an authority that is not trusted here."""


class CertificateNotBound(LibraryError):
    """Good, but no patron has bound it."""


class MyNumberNotOffered(LibraryError):
    """The policy states no legal basis."""


class DeviceGone(LibraryError):
    """The reader or printer is not there."""


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


class ReservationUnknown(LibraryError):
    """No such reservation of this patron."""


# Paper
class PaperOut(LibraryError):
    """The printer has no paper; what was to be printed is on the screen."""


# Staff
class StaffDoorClosed(LibraryError):
    """The staff card or the staff PIN is not right."""


@dataclass(unsafe_hash=True)
class FolderInUse(LibraryError):
    """Another kiosk runs on the same data folder."""

    folder: str

    def __str__(self) -> str:
        return f"another kiosk is running on {self.folder}: stop it, or set another data_folder"


@dataclass(unsafe_hash=True)
class AddressInUse(LibraryError):
    """Another program listens where the service should."""

    address: str

    def __str__(self) -> str:
        return f"{self.address}: another program listens there already"


@dataclass(unsafe_hash=True)
class DataFolderHeld(LibraryError):
    """Another service works with the same data."""

    folder: str

    def __str__(self) -> str:
        return f"{self.folder}: another service holds this data folder"


@dataclass(unsafe_hash=True)
class SettingWrong(LibraryError):
    """A settings or policy file that cannot be used: says where and what is allowed."""

    file: str
    key: str
    line: int | None
    allowed: str
    found: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        found = f" (found: {self.found})" if self.found else ""
        return f"{place}: {self.key}: allowed is {self.allowed}{found}"
