"""Turns what a scanner read into what happened."""

from collections.abc import Callable

from kiosk.domain.codes import Isbn, LibraryCard, StaffCard, understand
from kiosk.domain.policy import CardPolicy
from kiosk.events import (
    CardPresented,
    Event,
    IsbnScanned,
    StaffCardPresented,
    UnknownCodeScanned,
)


class Understanding:
    """Stands between a scanner, which says texts, and the chart, which hears events.

    It is what `BarcodeScanner.start` is given: it runs in the scanner's thread and says
    from there. Nothing of a code that we don't know is told on.
    """

    def __init__(
        self,
        say: Callable[[Event], None],
        card: CardPolicy,
        is_staff_card: Callable[[str], bool],
    ) -> None:
        self._say = say
        self._card = card
        self._is_staff_card = is_staff_card

    def __call__(self, text: str) -> None:
        self._say(self._event_of(text))

    def _event_of(self, text: str) -> Event:
        match understand(text, self._card, self._is_staff_card):
            case LibraryCard(number):
                return CardPresented(number)
            case StaffCard(code):
                return StaffCardPresented(code)
            case Isbn(isbn):
                return IsbnScanned(isbn)
        return UnknownCodeScanned()
