"""The PIN guard: what must be true before a PIN may reach a My Number card."""

from kiosk.domain.errors import LastTryKept, PinLocked, PinNotFourDigits

PIN_DIGITS = 4
TRIES_KEPT = 1  # the last try is never spent here: a locked card means a walk to the town hall


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
