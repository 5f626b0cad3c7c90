"""What a scanned text is: a card, a book, a slip, a list, or nothing that we know."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.carried_reservations import read_line as read_reservation
from kiosk.domain.carried_titles import LONGEST_READ
from kiosk.domain.carried_titles import read_line as read_titles
from kiosk.domain.isbn import is_price_row, read_isbn
from kiosk.domain.not_ours import NotOurs, is_address, is_product
from kiosk.domain.number_forms import is_misread, number_of, split
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy, ItemPolicy
from kiosk.domain.reservation_numbers import is_reservation_number
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.titles import TitleId

__all__ = [
    "Code",
    "Isbn",
    "ItemCode",
    "ItemCodes",
    "LibraryCard",
    "NotOurs",
    "PriceRow",
    "SlipNumber",
    "StaffCard",
    "TitleList",
    "Unknown",
    "library_card",
    "understand",
]

_LONGEST = 200  # characters; what is longer is no barcode of ours and is not looked at
_NO_TEXT = "".join(map(chr, range(0x21))) + "\x7f\ufeff"  # a QR code's mark of UTF-8 too


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
class ItemCode:
    """The library's own barcode on a book."""

    barcode: str


@dataclass(frozen=True, slots=True)
class SlipNumber:
    number: ReservationNumber
    is_carried: bool = False  # by the QR code of the slip; lines for people may follow


@dataclass(frozen=True, slots=True)
class TitleList:
    """A list of titles that a phone carried away."""

    titles: tuple[TitleId, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that we know; what it said is forgotten."""

    what: NotOurs = NotOurs.UNKNOWN


Code = LibraryCard | StaffCard | Isbn | PriceRow | ItemCode | SlipNumber | TitleList | Unknown


def is_nobody(_code: str) -> bool:
    """For a kiosk without staff cards, or one that knows no items."""
    return False


@dataclass(frozen=True, slots=True)
class ItemCodes:
    """What the items' barcodes look like, and which of them the kiosk's own copy knows."""

    form: ItemPolicy = field(default_factory=ItemPolicy)
    is_known: Callable[[str], bool] = is_nobody

    def knows(self, code: str) -> bool:
        """Only what could stand in a barcode is looked up."""
        return code.isascii() and code.isprintable() and self.is_known(code)


def understand(
    text: str,
    card: CardPolicy,
    is_staff_card: Callable[[str], bool] = is_nobody,
    items: ItemCodes = ItemCodes(),
) -> Code:
    """What the scanner read, whatever it kept, stripped or lower-cased around it.

    A number that could be two things is an item's if the kiosk's own copy knows such an item; else
    a card's (a library with ten-digit cards), else an item's unless it could be a slip's. What
    could be a slip's number or an ISBN of ten digits is the slip's: no book bears the other one
    as a barcode.

    is_staff_card: slow on purpose, so it is not asked of what is certainly a book's.
    """
    ours = _carried(text)
    if ours is not None:
        return ours
    code = _tidied(text[:LONGEST_READ])
    if len(code) > _LONGEST:
        return _not_ours(code, card, items.form)
    of_a_book = _printed(code) or _known_item(code, items)
    if of_a_book is not None:
        return of_a_book
    if is_staff_card(code):
        return StaffCard(code)
    return _numbered(code, card, items.form) or _not_ours(code, card, items.form)


def _carried(text: str) -> TitleList | SlipNumber | None:
    """What a QR code of ours says."""
    titles = read_titles(text)
    if titles is not None:
        return TitleList(titles)
    number = read_reservation(text)
    return SlipNumber(number, is_carried=True) if number is not None else None


def library_card(code: str, card: CardPolicy) -> CardNumber | None:
    """The number of a library card of that form; None for anything else."""
    number = number_of(_without_prefix(code, card), card)
    return CardNumber(number) if number is not None else None


def _printed(code: str) -> Isbn | PriceRow | None:
    """What stands on a book from its publisher."""
    isbn = read_isbn(code)
    if isbn is not None and not is_reservation_number(code):
        return Isbn(isbn)
    return PriceRow() if is_price_row(code) else None


def _known_item(code: str, items: ItemCodes) -> ItemCode | None:
    known = next(filter(items.knows, (code, split(code.upper())[1])), None)
    return ItemCode(known) if known is not None else None


def _numbered(code: str, card: CardPolicy, item: ItemPolicy) -> Code | None:
    """What bears a number of the library's own, as far as its form tells."""
    inner = split(code.upper())[1]
    number = library_card(code, card)
    if number is not None:
        return LibraryCard(number)
    if is_reservation_number(inner):
        return SlipNumber(ReservationNumber(inner))
    barcode = number_of(code, item)
    return ItemCode(barcode) if barcode is not None else None


def _not_ours(code: str, card: CardPolicy, item: ItemPolicy) -> Unknown:
    bare = _without_prefix(code, card)
    has_prefix = bare != code
    if has_prefix or is_misread(bare, card) or is_misread(bare, item):
        return Unknown(NotOurs.CARD_MISREAD)
    if is_address(code):
        return Unknown(NotOurs.ADDRESS)
    return Unknown(NotOurs.PRODUCT if is_product(code) else NotOurs.UNKNOWN)


def _without_prefix(code: str, card: CardPolicy) -> str:
    """Without what stands before the number in the QR code of a digital card."""
    prefix = card.qr_prefix
    has_prefix = bool(prefix) and code[: len(prefix)].lower() == prefix.lower()
    return code[len(prefix) :] if has_prefix else code


def _tidied(text: str) -> str:
    """Half-width, without spaces and control characters at its ends."""
    return unicodedata.normalize("NFKC", text).strip(_NO_TEXT)
