"""Turns what a scanner read into what happened."""

import time
from collections.abc import Callable

from kiosk.domain.codes import (
    Code,
    Isbn,
    ItemCode,
    ItemCodes,
    LibraryCard,
    PriceRow,
    SlipNumber,
    StaffCard,
    TitleList,
    Unknown,
    understand,
)
from kiosk.domain.policy import CardPolicy
from kiosk.events import (
    CardPresented,
    Event,
    IsbnScanned,
    ItemScanned,
    PriceRowScanned,
    SlipScanned,
    StaffCardPresented,
    TitlesScanned,
    UnknownCodeScanned,
)

SAME_CODE_S = 1.0  # after a line of such a code, what comes so soon is the same code's next line


class Understanding:
    """Stands between a scanner, which says texts, and the chart, which hears events.

    It is what `BarcodeScanner.start` is given: it runs in the scanner's thread and says
    from there. Nothing of a code that we don't know is told on.

    A scanner that is a keyboard says a QR code of ours line by line: our line comes first, and
    those for people that follow it are passed over. `now` is in seconds.
    """

    def __init__(
        self,
        say: Callable[[Event], None],
        card: CardPolicy,
        is_staff_card: Callable[[str], bool],
        items: ItemCodes | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._say = say
        self._card = card
        self._is_staff_card = is_staff_card
        self._items = items or ItemCodes()
        self._now = now
        self._same_code_until = float("-inf")

    def __call__(self, text: str) -> None:
        if not text.strip():
            return
        code = understand(text, self._card, self._is_staff_card, self._items)
        is_first_line = _begins_lines(code)
        is_next_line = not is_first_line and self._now() < self._same_code_until
        if is_first_line or is_next_line:
            self._same_code_until = self._now() + SAME_CODE_S
        if not is_next_line:
            self._say(_event_of(code))


def _begins_lines(code: Code) -> bool:
    """Whether it is what a QR code of ours says first."""
    return isinstance(code, TitleList) or (isinstance(code, SlipNumber) and code.is_carried)


def _event_of(code: Code) -> Event:
    match code:
        case LibraryCard(number):
            return CardPresented(number)
        case StaffCard(presented):
            return StaffCardPresented(presented)
        case Unknown(what):
            return UnknownCodeScanned(what)
    return _book_of(code)


def _book_of(code: Isbn | PriceRow | ItemCode | SlipNumber | TitleList) -> Event:
    match code:
        case Isbn(isbn):
            return IsbnScanned(isbn)
        case ItemCode(barcode):
            return ItemScanned(barcode)
        case SlipNumber(number):
            return SlipScanned(number)
        case TitleList(titles):
            return TitlesScanned(titles)
        case PriceRow():
            return PriceRowScanned()
