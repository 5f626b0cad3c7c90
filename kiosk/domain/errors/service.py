"""The line, the service, and what it keeps its data on."""

from dataclasses import dataclass

from kiosk.domain.enrolling import TlsFault
from kiosk.domain.errors.library_error import LibraryError


# The line and the service
class LineLost(LibraryError):
    """No answer in time, or none that we understand."""


@dataclass(unsafe_hash=True)
class LineNotSecure(LineLost):
    """What answers could be anybody: its TLS or its certificate is not as it has to be."""

    fault: TlsFault

    def __str__(self) -> str:
        return str(self.fault)


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


class EnrolmentRefused(ServiceBroken):
    """The one-time code is wrong, over, used or tried too often: a technician prints another."""


class AuthorityDiffers(ServiceBroken):
    """Another authority answers than the one whose fingerprint was given; nothing was sent."""


class NothingHere(ServiceBroken):
    """The service has nothing at this address: kiosk and service are of different ages."""


class MethodNotOffered(ServiceBroken):
    """The service does not do this at this address."""


class RequestTooLarge(ServiceBroken):
    """The request has more bytes than the service reads."""


class MediaTypeNotRead(ServiceBroken):
    """The request's body is of a kind that the service does not read."""


class RequestNotUnderstood(ServiceBroken):
    """The request is not shaped as the service expects it."""


# The kiosk's own disk
class KioskDiskFull(LibraryError):
    """No room is left on the kiosk's own disk, or it cannot be written: nothing was begun."""
