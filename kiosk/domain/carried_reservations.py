"""The number of a reservation as one line of a QR code: the code on its slip says what it is.

Written as `carried_titles` writes its line, and for the same reasons. The barcode beside it is ten
bare digits: where library cards are ten digits too, only this line tells the slip from a card.
"""

import re

from kiosk.domain.carried_titles import LONGEST_READ
from kiosk.domain.reservation_numbers import is_reservation_number
from kiosk.domain.reservations import ReservationNumber

_LINE = re.compile(r"kioskr[:+']([0-9]{10});", re.ASCII)  # ":" of the other keyboard is + or '


def as_line(number: ReservationNumber) -> str:
    return f"KIOSKR:{number};"


def read_line(text: str) -> ReservationNumber | None:
    """The number of the line, wherever it stands in a text of one or more lines; None without."""
    found = _LINE.search(text[:LONGEST_READ].lower())
    if found is None or not is_reservation_number(found[1]):
        return None
    return ReservationNumber(found[1])
