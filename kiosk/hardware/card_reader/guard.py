"""The PIN guard: what must be true before a PIN may reach a My Number card."""

from kiosk.domain.errors import LastTryKept, PinLocked, PinNotFourDigits

PIN_DIGITS = 4
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


def check_tries(tries_left: int) -> None:
    """Refuse while a wrong PIN would lock the card, or has locked it.

    Raises:
        PinLocked, LastTryKept.
    """
    if tries_left <= 0:
        raise PinLocked
    if tries_left <= TRIES_KEPT:
        raise LastTryKept


class PinGuard:
    """Watches one connection with a card; there is no switch to turn it off.

    It learns the tries left from the card's own answers, and lets one PIN through, once.
    """

    def __init__(self) -> None:
        self._tries_left: int | None = None
        self._is_used = False

    def heard(self, tries_left: int | None) -> None:
        """What the card said when it was asked; None if that could not be understood."""
        self._tries_left = tries_left

    def let_through(self, pin: str) -> None:
        """From here on the PIN counts as sent, whatever becomes of it.

        Raises:
            PinNotFourDigits, PinLocked, LastTryKept.
            ApduRefused: the tries were not asked before, or a PIN was sent already.
        """
        check_form(pin)
        if self._is_used:
            raise ApduRefused("a second VERIFY")
        if self._tries_left is None:
            raise ApduRefused("VERIFY before the tries were asked")
        check_tries(self._tries_left)
        self._is_used = True
