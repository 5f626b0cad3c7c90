"""A reservation that was made a moment ago: the stamp, what happens next, and roughly when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import Standpoint
from kiosk.domain.reservations import Reservation
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.stamp import Stamp
from kiosk.ui.text import Label
from kiosk.visit import Visit
from kiosk.words.names import when_ready
from kiosk.words.places import library_name
from kiosk.words.waiting import how_long
from kiosk.words.wishes import if_refused
from kiosk.words.words import Words


class WhatWasDone(Part):
    """The stamp comes down once, for the reservation that is shown first."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.stamp = Stamp()
        self.done = Label("display", literary=True)
        self.next = Label("lead")
        self.expected = Label("name", ink="ink2")
        self.refused = Label("label")
        self._stamped: Reservation | None = None
        self._row, self._said = QHBoxLayout(self), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._said.addStretch(1)
        for label in (self.done, self.next, self.refused, self.expected):
            self._said.addWidget(label)
        self._said.addStretch(1)
        self._row.addWidget(self.stamp, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._said, 1)

    def show_done(self, reservation: Reservation, visit: Visit) -> None:
        words = self._words
        self._show_stamp(reservation, visit.premises.here)
        if reservation.is_kept:
            self.done.show_text(words("Your reservation is kept"))
        else:
            self.done.show_text(words("Reserved, thank you"))
        self.next.show_text("\n".join(_what_is_next(words, reservation)))
        self.expected.show_text(_expected(words, reservation))
        self.refused.show_text(if_refused(words, reservation.notice) if reservation.is_kept else "")
        self.refused.setVisible(reservation.is_kept)
        if reservation != self._stamped and self.has_style and self._stamped is None:
            self.stamp.press()
        self._stamped = reservation

    @property
    def hints(self) -> tuple[QWidget, ...]:
        """What may give way, if it is there."""
        return (self.expected,) if self.expected.text() else ()

    def say_smaller(self, role: str) -> None:
        """What happens next, in the letters of another role."""
        self.next.role = role
        self.next.arrange(self.style_now)

    def arrange(self, style: Style) -> None:
        """Large letters on a low page are headings no more."""
        self._row.setSpacing(style.space(5))
        self._said.setSpacing(0 if style.is_large else style.space(1))
        self.done.role = "head" if style.is_large and not style.is_portrait else "display"
        self.done.arrange(style)
        self.expected.role = "label" if style.is_large else "name"
        self.expected.arrange(style)
        self.refused.role = "label"
        self.refused.arrange(style)
        self.expected.setVisible(bool(self.expected.text()))
        self.say_smaller("name" if style.is_large else "lead")

    def _show_stamp(self, reservation: Reservation, here: Standpoint) -> None:
        words = self._words
        said = words("Kept") if reservation.is_kept else words("Reserved")
        day = here.day_of(reservation.requested_at)
        self.stamp.show_stamp(library_name(words, here), day, said, "")


def _what_is_next(words: Words, reservation: Reservation) -> list[str]:
    title = words("**“%(title)s”**", title=_title(words, reservation))
    if reservation.is_kept:
        sent = words("The line is down. It is sent by itself when the line is back.")
        number = words("Reservation number **%(number)s**", number=reservation.number)
        return [title, sent, number]
    if reservation.position is not None:
        title = words(
            "**“%(title)s”**: you are **no. %(position)d**.",
            title=_title(words, reservation),
            position=reservation.position,
        )
    return [title, when_ready(words, reservation.notice)]


def _expected(words: Words, reservation: Reservation) -> str:
    """Roughly how long it takes, as My Library says it too; nothing where nobody knows."""
    if reservation.waiting is None or reservation.is_kept:
        return ""
    return how_long(words, reservation.waiting)


def _title(words: Words, reservation: Reservation) -> str:
    """As catalogued; whether another edition of it may come."""
    title = as_catalogued(reservation.title_name)
    if reservation.any_edition:
        return words("%(title)s (any edition)", title=title)
    return title
