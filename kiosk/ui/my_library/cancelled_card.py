"""One reservation that was cancelled, with a key to reserve the title again."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.branches import Standpoint
from kiosk.domain.reservations import Reservation
from kiosk.events import ReserveAgainAsked
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.my_library.own_title import own_title, title_of
from kiosk.ui.text import Button
from kiosk.words.dates import day
from kiosk.words.places import branch_name
from kiosk.words.words import Words


class CancelledCard(OwnCard):
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Button(), 9, parent)
        self._words = words
        self.chip.hide()

    def show_cancelled(
        self,
        reservation: Reservation,
        number: int,
        *,
        here: Standpoint,
        hides_title: bool,
        why_not: str = "",
    ) -> None:
        """why_not: what keeps the title from being reserved again, in the place of the key."""
        words = self._words
        title = own_title(words, title_of(reservation), number, is_hidden=hides_title)
        self.show_title(title)
        self.details.show_text(self._when(reservation, here))
        self.key.says = ReserveAgainAsked(reservation.title)
        self.key.show_text(why_not or words("Reserve again"))
        if why_not:
            self.key.turn_off()
        else:
            self.key.turn_on()
        self.speak()
        if self.has_style:
            self.arrange(self.style_now)

    def _when(self, reservation: Reservation, here: Standpoint) -> str:
        branch = branch_name(self._words, reservation.pickup)
        if reservation.cancelled_at is None:
            return branch
        cancelled_on = day(self._words, here.day_of(reservation.cancelled_at))
        return self._words("Cancelled on %(day)s. %(branch)s", day=cancelled_on, branch=branch)
