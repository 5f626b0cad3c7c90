"""What goes wrong with what is the patron's own: loans, contacts, codes."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.errors.library_error import LibraryError


class LoanUnknown(LibraryError):
    """No such loan of this patron (any more)."""


class SlipNotYours(LibraryError):
    """A slip was scanned that is of no reservation of this patron (any more)."""


@dataclass(unsafe_hash=True)
class NotRenewable(LibraryError):
    """Rules N2 and N3; reason is a loans.WhyNotRenewable."""

    reason: str
    day: date | None = None  # the first for NOT_YET; else that of return, unless it is over


@dataclass(unsafe_hash=True)
class ContactNotUnderstood(LibraryError):
    """No address or number can look like that; reason is a details.ContactKind."""

    reason: str


class ContactMissing(LibraryError):
    """The patron has no such contact, or none that was confirmed."""


class CodeWrong(LibraryError):
    """The code is not the one that was sent, or its time is over."""


class CallUnknown(LibraryError):
    """The service knows no such call for a librarian."""
