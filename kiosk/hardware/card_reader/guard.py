"""The guard of a card's secrets: what must be true before one may reach a My Number card."""

from kiosk.domain.errors import (
    LastTryKept,
    PinLocked,
    PinNotFourDigits,
    SigningPasswordMalformed,
)
from kiosk.hardware.card_reader.my_number_files import Use

PIN_DIGITS = 4
PASSWORD_LENGTHS = range(6, 17)
TRIES_KEPT = 1  # the last try is never spent here: a locked card means a walk to the town hall


class ApduRefused(Exception):
    """Our own program asked for what it must not; nothing of the command is told."""


def check_form(pin: str) -> None:
    """Whether a card may charge a try for a PIN of another form is not known: so it never gets one.

    Raises:
        PinNotFourDigits: it is anything but four ASCII digits.
    """
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        raise PinNotFourDigits


def check_password(password: str) -> str:
    """As the card keeps it: with capital letters.

    Raises:
        SigningPasswordMalformed: it is anything but 6 to 16 ASCII letters and digits.
    """
    if len(password) not in PASSWORD_LENGTHS or not (password.isascii() and password.isalnum()):
        raise SigningPasswordMalformed
    return password.upper()


def check_tries(tries_left: int) -> None:
    """Refuse while a wrong secret would lock the card, or has locked it.

    Raises:
        PinLocked, LastTryKept.
    """
    if tries_left <= 0:
        raise PinLocked
    if tries_left <= TRIES_KEPT:
        raise LastTryKept


class PinGuard:
    """Watches one connection with a card; there is no switch to turn it off.

    It learns the tries left from the card's own answers, and lets one secret through, once.
    """

    def __init__(self) -> None:
        self._tries_left: int | None = None
        self._is_used = False

    def heard(self, tries_left: int | None) -> None:
        """What the card said when it was asked; None if that could not be understood."""
        self._tries_left = tries_left

    def forget(self) -> None:
        """Something else is selected: the tries that were told are not its tries."""
        self._tries_left = None

    def let_through(self, secret: str, use: Use) -> None:
        """From here on it counts as sent, whatever becomes of it.

        Raises:
            PinNotFourDigits, SigningPasswordMalformed, PinLocked, LastTryKept.
            ApduRefused: the tries were not asked before, or a secret was sent already.
        """
        if use is Use.PIN:
            check_form(secret)
        elif check_password(secret) != secret:
            raise ApduRefused("a password in small letters")
        if self._is_used:
            raise ApduRefused("a second VERIFY")
        if self._tries_left is None:
            raise ApduRefused("VERIFY before the tries were asked")
        check_tries(self._tries_left)
        self._is_used = True
