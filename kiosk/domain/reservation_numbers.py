"""The ten digits on a reservation's slip: kiosk 3, counter 6, check digit 1.

The kiosk makes them, so that a reservation kept while the line is down has a number too.
"""

from kiosk.domain.reservations import ReservationNumber

LAST_KIOSK = 999
LAST_COUNT = 999_999
SLIP_DIGITS = 10
_KIOSK_DIGITS = 3


def reservation_number(kiosk: int, count: int) -> ReservationNumber:
    """The number of a kiosk's count-th reservation; the count begins again after 999,999."""
    assert 0 < kiosk <= LAST_KIOSK, "kiosks are numbered from 1 to 999"
    assert 0 <= count <= LAST_COUNT, "the counter has six digits"
    digits = f"{kiosk:03}{count:06}"
    return ReservationNumber(digits + _check_digit(digits))


def is_reservation_number(text: str) -> bool:
    """Whether the text has the form of a number, with the check digit that belongs to it."""
    if len(text) != SLIP_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    return _check_digit(text[:-1]) == text[-1]


def kiosk_of(number: ReservationNumber) -> int:
    """The kiosk that made the number."""
    return int(number[:_KIOSK_DIGITS])


def count_of(number: ReservationNumber) -> int:
    """Which of its kiosk's numbers it is."""
    return int(number[_KIOSK_DIGITS:-1])


def _check_digit(digits: str) -> str:
    """Modulus 10, weights 2 and 1 from the right: finds every digit mistyped."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return str(-total % 10)
