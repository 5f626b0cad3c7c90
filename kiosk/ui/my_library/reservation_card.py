"""One reservation as a card: how it stands, where and until when, and a key to its page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.events import ReservationOpened
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.my_library.own_title import own_title, title_of
from kiosk.ui.my_library.standing import details_of, more_of, state_of
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class ReservationCard(OwnCard):
    """The title stands as catalogued, without readings of ours."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Button(), 6.8, parent)
        self._words = words
        self._shelf_name = Label("cap", ink="ink2", align=_MIDDLE)
        self._shelf = Label("title", bold=True, numbers=True, align=_MIDDLE)
        self.beside.addStretch(1)
        for label in (self._shelf_name, self._shelf):
            self.beside.addWidget(label)
        self.beside.addStretch(1)
        self.beside.setSpacing(0)

    def show_reservation(
        self, reservation: Reservation, number: int, *, hides_title: bool = False
    ) -> None:
        """number: its place in the list, from 1."""
        words = self._words
        title = own_title(words, title_of(reservation), number, is_hidden=hides_title)
        self.show_title(title)
        state = state_of(words, reservation)
        self.chip.show_state(state.text, state.icon, state.colour)
        details = details_of(words, reservation)
        self.details.show_text(
            "\n".join((details, *more_of(words, reservation, hides_title=hides_title)))
        )
        self._show_shelf(reservation)
        self._show_key(reservation)
        self.speak(f"{self._shelf_name.text()} {self._shelf.text()}")

    def _show_shelf(self, reservation: Reservation) -> None:
        is_ready = reservation.state is ReservationState.READY
        self.show_outline("ok" if is_ready else "")
        shelf = reservation.hold_shelf if is_ready else ""
        self._shelf_name.show_text(self._words("Hold shelf") if shelf else "")
        self._shelf.show_text(shelf)
        for label in (self._shelf_name, self._shelf):
            label.setVisible(bool(shelf))

    def _show_key(self, reservation: Reservation) -> None:
        self.key.says = ReservationOpened(reservation.id)
        can_change = reservation.can_change
        self.key.show_text(self._words("Change or cancel") if can_change else self._words("More"))
        self.key.setVisible(not reservation.is_kept)
        if self.has_style:
            self.arrange(self.style_now)
