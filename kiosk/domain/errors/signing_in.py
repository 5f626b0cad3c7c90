"""What goes wrong between a patron and the sign-in."""

from dataclasses import dataclass

from kiosk.domain.errors.library_error import LibraryError


# Signing in
class CardOrPasswordWrong(LibraryError):
    """Rule L7: which of the two is not said."""


@dataclass(unsafe_hash=True)
class TriedTooOften(LibraryError):
    wait_s: int


class CardClosed(LibraryError):
    """After many wrong passwords none is looked at any more; said of cards that nobody has too."""


class SessionEnded(LibraryError):
    """The service no longer knows the session."""


class PasswordMustBeChosen(LibraryError):
    """Rule L3: nothing else opens before a password is set."""


@dataclass(unsafe_hash=True)
class PasswordNotAllowed(LibraryError):
    """Rules L3 and L4; reason is "length", "letters", "initial", or a Guess."""

    reason: str
    shortest: int = 4
    longest: int = 20
