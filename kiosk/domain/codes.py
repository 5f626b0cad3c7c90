"""What a scanned text is: a card, a book, a slip, or nothing that we know."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

from kiosk.domain.check_digits import is_right
from kiosk.domain.isbn import is_price_row, read_isbn
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy
from kiosk.domain.reservation_numbers import is_reservation_number
from kiosk.domain.reservations import ReservationNumber

_LETTERS = "ABCD"  # NW-7 begins and ends with one of them
_LONGEST = 200  # characters; what is longer is no barcode of ours and is not looked at


class NotOurs(StrEnum):
    """What nothing can be done with, as far as it is seen: what the patron is told."""

    UNKNOWN = "unknown"
    ADDRESS = "address"  # of a page, a mail, a telephone: a QR code off a poster
    CARD_MISREAD = "card_misread"  # as long as a card's number, and its check digit is wrong
    PRODUCT = "product"  # what is sold in shops, EAN or UPC
    IC_CARD = "ic_card"  # a card that says no number of its own, or another each time
    TWO_CARDS = "two_cards"


@dataclass(frozen=True, slots=True)
class LibraryCard:
    number: CardNumber = field(repr=False)  # without start and stop letters


@dataclass(frozen=True, slots=True)
class StaffCard:
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Isbn:
    isbn: str  # 13 digits


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The lower barcode of a Japanese book: the one above it is the ISBN."""


@dataclass(frozen=True, slots=True)
class SlipNumber:
    number: ReservationNumber


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that we know; what it said is forgotten."""


Code = LibraryCard | StaffCard | Isbn | PriceRow | SlipNumber | Unknown


def is_nobody(_code: str) -> bool:
    """For a kiosk without staff cards."""
    return False


def understand(
    text: str, card: CardPolicy, is_staff_card: Callable[[str], bool] = is_nobody
) -> Code:
    """What the scanner read, whatever it kept, stripped or lower-cased around it.

    Where a number could be two things (a library with ten-digit cards), the card goes first.
    """
    if len(text) > _LONGEST:
        return Unknown()
    code = _tidied(text)
    if is_staff_card(code):
        return StaffCard(code)
    isbn = read_isbn(code)
    if isbn == code:
        return Isbn(isbn)
    if is_price_row(code):
        return PriceRow()
    number = library_card(code, card)
    if number is not None:
        return LibraryCard(number)
    inner = _split(code.upper())[1]
    return SlipNumber(ReservationNumber(inner)) if is_reservation_number(inner) else Unknown()


def library_card(code: str, card: CardPolicy) -> CardNumber | None:
    """The number of a library card of that form; None for anything else."""
    start, number, stop = _split(code.upper())
    if len(number) != card.digits:
        return None
    if not set(start + stop) <= set(card.start_stop):
        return None
    pairs = [(start, stop)] if start else product(card.start_stop or "A", repeat=2)
    fits = any(is_right(number, card.check, *pair) for pair in pairs)
    return CardNumber(number) if fits else None


def _split(code: str) -> tuple[str, str, str]:
    """Start, number and stop; letters count only where both are there."""
    if code[:1] in _LETTERS and code[-1:] in _LETTERS and len(code) > len("AA"):
        return code[0], code[1:-1], code[-1]
    return "", code, ""


def _tidied(text: str) -> str:
    """Half-width, without spaces and control characters at its ends."""
    folded = unicodedata.normalize("NFKC", text)
    return folded.strip("".join(map(chr, range(0x21))) + "\x7f")
