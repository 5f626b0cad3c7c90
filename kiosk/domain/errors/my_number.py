"""What goes wrong with a My Number card."""

from dataclasses import dataclass

from kiosk.domain.errors.library_error import LibraryError


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


class CardSilent(LibraryError):
    """The card does not answer any more; the dialogue was ended from outside."""


class NotMyNumberCard(LibraryError):
    """The card on the reader is another kind."""


class PhoneNotRead(NotMyNumberCard):
    """A smartphone's certificates lie on the reader; only the card's own are read here."""


class OldResidentCard(NotMyNumberCard):
    """A 住基カード, which was given out until 2015: its certificates are no more."""


class CardNotUnderstood(LibraryError):
    """What stands on the card has not the form that it has on every card we know."""


class SigningPasswordMalformed(LibraryError):
    """Not 6 to 16 letters and digits; it never reached the card."""


class SigningCertificateMissing(LibraryError):
    """The card can't sign documents: its holder is too young, or has declined."""


class TwoCards(LibraryError):
    """Two cards lie on the reader."""


class CertificateNotAccepted(LibraryError):
    """Expired, revoked or from an authority that is not trusted here."""


class CertificateNotBound(LibraryError):
    """Good, but no patron has bound it."""


class CertificateNotChecked(LibraryError):
    """Nobody who could say whether it is good answers just now: it is not accepted (yet)."""


class CertificateBoundToAnother(LibraryError):
    """Another patron has bound it; staff can let it go."""


class MyNumberNotOffered(LibraryError):
    """The policy states no legal basis."""
