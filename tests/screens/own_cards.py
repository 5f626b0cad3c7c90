"""The cards that stand on the page of My Library, as a patron reads them."""

from kiosk.screens.my_library import MyLibraryScreen
from kiosk.ui.my_library.loan_card import LoanCard
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.my_library.reservation_card import ReservationCard
from tests.screens.showing import Shown

Page = Shown[MyLibraryScreen]


def cards(shown: Page, kind: type[OwnCard] = ReservationCard) -> list[OwnCard]:
    """Those that stand on the page now, from the top."""
    found = shown.shown(kind)
    found.sort(key=lambda card: (shown.box(card).top(), shown.box(card).left()))
    return found


def names(shown: Page, kind: type[OwnCard] = ReservationCard) -> list[str]:
    """Of all pages."""
    own = shown.screen.loans if kind is LoanCard else shown.screen.reservations
    seen = [card.accessibleName() for card in cards(shown, kind)]
    while own.paged.rail.isVisible() and own.paged.rail.on.isEnabled():
        shown.touch(own.paged.rail.on)
        seen += [card.accessibleName() for card in cards(shown, kind)]
    return seen


def loan(shown: Page, title: str) -> OwnCard:
    """The card of one loan, on whatever page it stands."""
    own = shown.screen.loans
    while not any(card.title.text() == title for card in cards(shown, LoanCard)):
        shown.touch(own.paged.rail.on)
    return next(card for card in cards(shown, LoanCard) if card.title.text() == title)
