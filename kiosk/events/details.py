"""What happens where patrons change what the library knows of them (利用者情報設定)."""

from dataclasses import dataclass, field

from kiosk.domain.circulation import Read
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.events.screens import Event


class DetailsAsked(Event): ...


@dataclass(frozen=True, slots=True)
class DetailsFound(Event):
    """As they are now, whatever was changed."""

    details: PatronDetails


@dataclass(frozen=True, slots=True)
class ContactChosen(Event):
    """One contact is to be entered anew."""

    kind: ContactKind


@dataclass(frozen=True, slots=True)
class ContactEntered(Event):
    kind: ContactKind
    contact: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ContactRemoved(Event):
    kind: ContactKind


class EmailCodeAsked(Event):
    """The code that was sent to a new address is to be typed now."""


@dataclass(frozen=True, slots=True)
class EmailCodeEntered(Event):
    """The six digits that came by e-mail."""

    code: str = field(repr=False)


class TrialEmailAsked(Event):
    """A letter to see whether the library's e-mail arrives."""


class TrialEmailSent(Event): ...


class PasswordChangeAsked(Event): ...


@dataclass(frozen=True, slots=True)
class PasswordChangeEntered(Event):
    old: str = field(repr=False)
    new: str = field(repr=False)


class PasswordChanged(Event): ...


@dataclass(frozen=True, slots=True)
class HistoryWished(Event):
    """Begin a reading history, or stop and erase it."""

    keeps: bool


class HistoryAsked(Event): ...


@dataclass(frozen=True, slots=True)
class HistoryFound(Event):
    history: tuple[Read, ...]


class IcCardBindAsked(Event):
    """The card that lies there shall find the patron from now on."""


class IcCardLetGoAsked(Event): ...


class ForgottenAsked(Event):
    """The password of the card that was presented is forgotten."""


class ResetCodeAsked(Event):
    """Send a code to the address of the card, for a new password."""


class ResetCodeSent(Event):
    """If the card has an e-mail address, a code is on its way; nobody says whether (L5, L7)."""


@dataclass(frozen=True, slots=True)
class ResetEntered(Event):
    code: str = field(repr=False)
    new: str = field(repr=False)


class PasswordReset(Event): ...
