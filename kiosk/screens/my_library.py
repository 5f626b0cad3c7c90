"""My reservations: ready first, then on the way, then waiting."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.events import MyLibraryAsked, SearchOpened
from kiosk.ui.look.style import Style
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.paged import Paged
from kiosk.ui.parts.reservation_card import ReservationCard
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.words import Words

_ORDER = (ReservationState.READY, ReservationState.IN_TRANSIT, ReservationState.QUEUED)


class MyLibraryScreen(Screen):
    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("title", bold=True)
        self.count = Label("lead")
        self.trouble = Explained(icon="wifi")
        self.empty = Label()
        self.list = Paged(words)
        self.again = Button(says=MyLibraryAsked(), icon="refresh")
        self.search = Button(says=SearchOpened(), icon="search")
        self._shown: tuple[Reservation, ...] | None = None

        self._page = QVBoxLayout(self)
        self._head, self._keys = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        self._names = QBoxLayout(_ACROSS)
        for label in (self.heading, self.count):
            self._names.addWidget(label)
        self._names.addStretch(1)
        self._keys.addWidget(self.again)
        self._keys.addWidget(self.search)
        self._head.addLayout(self._names, 1)
        self._page.addLayout(self._head)
        for part in (self.trouble, self.empty):
            self._page.addWidget(part)
        self._page.addWidget(self.list, 1)

    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows reservations only to who signed in"
        reservations = visit.signed.library.reservations
        self.heading.show_text(self.words("My Library"))
        self.search.show_text(self.words("Search for more books"))
        self.again.show_text(self.words("Look again"))
        self.again.setVisible(reservations is None)
        if visit.premises.is_line_down:
            self.again.turn_off(self.words("The line is down."))
        else:
            self.again.turn_on()
        trouble = visit.trouble
        self.trouble.explain(explain(self.words, trouble) if trouble else None, icon="wifi")
        self._show_count(reservations)
        self._show_list(reservations or ())

    def _show_count(self, reservations: tuple[Reservation, ...] | None) -> None:
        known = reservations or ()
        text = self.words.count("**%(num)d** reservation", "**%(num)d** reservations", len(known))
        self.count.show_text(text if known else "")
        self.empty.setVisible(reservations == ())
        self.empty.show_text(
            self.words(
                "Nothing is reserved now. Choose a title and touch “Reserve”: it appears here."
            )
        )

    def _show_list(self, reservations: tuple[Reservation, ...]) -> None:
        cards = []
        for reservation in sorted(reservations, key=place_in_list):
            card = ReservationCard(self.words)
            card.show_reservation(reservation)
            cards.append(card)
        self.list.show_rows(cards)

    def arrange(self, style: Style) -> None:
        margin, above = style.margin, style.space(2)
        self._page.setContentsMargins(margin, above, margin, style.space(3))
        self._page.setSpacing(style.gap)
        self._names.setSpacing(style.space(5))
        self._keys.setSpacing(style.gap)
        is_tall = style.is_portrait
        self._names.setDirection(_DOWN if is_tall else _ACROSS)
        self._head.removeItem(self._keys)
        self._page.removeItem(self._keys)
        (self._page if is_tall else self._head).addLayout(self._keys)
        self.list.columns = 1 if is_tall or style.look.size > TextSize.STANDARD else 2
        self.list.least_row = int(style.component("loan_row"))
        self.list.lay_out()


_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


def place_in_list(reservation: Reservation) -> tuple[int, int]:
    """Ready, on the way, waiting by turn, kept, and whatever else."""
    if reservation.is_kept:
        return len(_ORDER), 0
    if reservation.state in _ORDER:
        return _ORDER.index(reservation.state), reservation.position or 0
    return len(_ORDER) + 1, 0
