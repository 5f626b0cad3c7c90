"""The head of a reservation's page: the book, how it stands, and what is good to know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import Standpoint
from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.my_library.library_tabs import EyeKey
from kiosk.ui.my_library.own_title import own_title, title_of
from kiosk.ui.my_library.standing import details_of, reasons_of, state_of
from kiosk.ui.parts.chip import Chip
from kiosk.ui.text import Button, Label
from kiosk.visit import MyLibrary
from kiosk.words.dates import day
from kiosk.words.waiting import is_told, range_and_how
from kiosk.words.words import Words

_BESIDE = Qt.AlignmentFlag.AlignVCenter


class ReservationHead(Part):
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.has_time = False  # how long it takes was said
        self.cover = Cover(CoverSize.HEAD)
        self.title = Label("title", bold=True)
        self.chip = Chip()
        self.details = Label()
        self.order = Label("label", ink="ink2")  # of a 順番予約 (rule R7)
        self.time = Label("label")  # how long it takes, and why the position changed
        self.counting = Button(icon="clock")
        self.eye = EyeKey(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row, self._texts = QHBoxLayout(), QVBoxLayout()
        self._standing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._standing.addWidget(self.chip, 0, _BESIDE)
        self._standing.addWidget(self.details, 1)
        self._standing.addStretch(0)
        self._texts.addWidget(self.title)
        self._texts.addLayout(self._standing)
        self._row.addWidget(self.cover, 0, _BESIDE)
        self._row.addLayout(self._texts, 1)
        self._row.addWidget(self.counting, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.eye, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._row)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.addWidget(self.time, 1)
        self._column.addLayout(self._told)
        self._column.addWidget(self.order)

    def show_reservation(self, reservation: Reservation, mine: MyLibrary, here: Standpoint) -> None:
        words, number = self._words, mine.number_of(reservation.id)
        shown = own_title(words, title_of(reservation), number, is_hidden=mine.hides_titles)
        self.title.show_text(shown.name)
        if shown.cover is None:
            self.cover.show_back()
        else:
            self.cover.show_title(shown.cover)
        state = state_of(words, reservation)
        self.chip.show_state(state.text, state.icon, state.colour)
        self.details.show_text(self._details(reservation, here))
        self.order.show_text(self._order(reservation))
        self.order.setVisible(reservation.sequence_rank is not None)
        hides = mine.hides_titles
        self.time.show_text("\n".join(reasons_of(words, reservation, hides_title=hides)))
        self.has_time = is_told(reservation.waiting)
        time = reservation.waiting if self.has_time else None
        self.counting.show_text(range_and_how(words, time) if time is not None else "")
        self.counting.setVisible(self.has_time)
        self.time.setVisible(bool(self.time.text()))
        self.eye.show_hidden(is_hidden=mine.hides_titles)

    def show_in_full(self, *, is_full: bool) -> None:
        """Else the title alone: above choices that need the room."""
        is_largest = self.has_style and self.style_now.look.size is TextSize.LARGEST
        self.cover.setVisible(not is_largest)
        for part in (self.chip, self.details, self.eye):
            part.setVisible(is_full)
        self.counting.setVisible(is_full and self.has_time)
        for label in (self.order, self.time):
            label.setVisible(is_full and bool(label.text()))

    def _details(self, reservation: Reservation, here: Standpoint) -> str:
        if reservation.state is ReservationState.READY:
            shelf = self._words("Hold shelf")
            until = details_of(self._words, reservation)
            return (
                f"{shelf} **{reservation.hold_shelf}**　{until}"
                if reservation.hold_shelf
                else until
            )
        asked_on = day(self._words, here.day_of(reservation.requested_at))
        return self._words("Reserved on %(day)s", day=asked_on)

    def _order(self, reservation: Reservation) -> str:
        """Set, released and added to at the counter only."""
        if reservation.sequence_rank is None:
            return ""
        return self._words(
            "It is no. %(rank)d in the order you set. The counter changes the order.",
            rank=reservation.sequence_rank,
        )

    def arrange(self, style: Style) -> None:
        self._row.setSpacing(style.space(4))
        self._texts.setSpacing(style.space(0))
        self._standing.setSpacing(style.space(3))
        self._place_counting(style)
        way = QBoxLayout.Direction
        self._standing.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        self._column.setSpacing(style.space(0))
        self.chip.arrange(style)

    def _place_counting(self, style: Style) -> None:
        """In the head where that is wide; else below it."""
        for line in (self._row, self._told):
            line.removeWidget(self.counting)
        if style.is_portrait or style.is_large:
            self._told.addWidget(self.counting)
        else:
            self._row.insertWidget(2, self.counting, 0, Qt.AlignmentFlag.AlignTop)
        is_stacked = style.is_portrait and style.is_large
        way = QBoxLayout.Direction
        self._told.setDirection(way.TopToBottom if is_stacked else way.LeftToRight)
        self._told.setSpacing(style.gap)
