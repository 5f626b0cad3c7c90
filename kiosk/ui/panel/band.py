"""The band at the head of a screen, to be read only: which library, since when, what time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.branches import Standpoint
from kiosk.ui.lettering.label import Label
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.seal import Seal
from kiosk.ui.parts.drawn import IconMark
from kiosk.visit import Visit
from kiosk.words import dates
from kiosk.words.calling import call_note
from kiosk.words.places import library_name, room_name
from kiosk.words.words import Words

_LOCK = 30
_APART = 16  # px more between hours, day and clock
_LOOK_AT_CLOCK_MS = 1000


class Lock(Part):
    """A small lock before 「ログイン中」."""

    def arrange(self, style: Style) -> None:
        side = style.grown(_LOCK)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, style.icon("lock", self.width(), style.colour("ok"), 2.3))


class Band(Part):
    """Seal, library, floor at the left; call, lock, hours, day and clock at the right."""

    def __init__(
        self,
        words: Words,
        standpoint: Standpoint,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._standpoint, self._now = words, standpoint, now
        self._library = Label("name", bold=True)
        self._place = Label("cap", "ink2")
        self._called = IconMark("person", _LOCK, "accentText")
        self.call = Label("cap", "accentText", bold=True)
        self._lock = Lock()
        self._signed_in = Label("cap", "ok", bold=True)
        self._hours = Label("cap", "ink2")
        self._day = Label("cap", "ink2")
        self._clock = Label("lead", bold=True, numbers=True)
        self._row = QHBoxLayout(self)
        self._fill_row(Seal(standpoint.seal))
        timer = QTimer(self, interval=_LOOK_AT_CLOCK_MS)
        timer.timeout.connect(self._show_time)
        timer.start()

    def display(self, visit: Visit) -> None:
        is_signed = visit.signed is not None
        self.call.show_text(call_note(self._words, visit.premises.calling.call))
        for part in (self._called, self.call):
            part.setVisible(bool(self.call.text()))
        self._lock.setVisible(is_signed)
        self._signed_in.show_text(self._words("Signed in") if is_signed else "")
        self._lock.setAccessibleName(plain(self._words("Signed in")))
        self._library.show_text(self._name())
        self._place.show_text(self._whereabouts())
        hours = self._standpoint.hours
        self._hours.show_text(self._words("Open today %(hours)s", hours=hours) if hours else "")
        self._show_time()
        if self.has_style:
            self.arrange(self.style_now)

    def arrange(self, style: Style) -> None:
        self._row.setContentsMargins(style.margin, 0, style.margin, 0)
        self._row.setSpacing(style.space(3))
        self._leave_out_what_has_no_room(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_style:
            self.arrange(self.style_now)

    def _fill_row(self, seal: Seal) -> None:
        left: tuple[QWidget, ...] = (seal, self._library, self._place)
        call = (self._called, self.call)
        right = (*call, self._lock, self._signed_in, self._hours, self._day, self._clock)
        for part in left:
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        for part in right:
            if part in (self._day, self._clock):
                self._row.addSpacing(_APART)
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def _leave_out_what_has_no_room(self, style: Style) -> None:
        extras = (self._hours, self._day, self._place)
        has_room = not style.is_large and not style.is_portrait
        for extra in extras:
            extra.setVisible(has_room and bool(extra.text()))
        self._signed_in.setVisible(bool(self._signed_in.text()))
        self._library.show()
        for extra in (*extras, self._signed_in, self._library):  # lock, call and seal stay
            if self._needed() > self.width():
                extra.hide()

    def _needed(self) -> int:
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _name(self) -> str:
        return library_name(self._words, self._standpoint)

    def _whereabouts(self) -> str:
        return room_name(self._words, self._standpoint.branch, self._standpoint.floor)

    def _show_time(self) -> None:
        now = self._now()
        self._clock.show_text(dates.clock(self._words, now))
        self._day.show_text(dates.day(self._words, now.date()))
