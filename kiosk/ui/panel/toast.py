"""What was just cancelled, and the key that takes it back until the patron's next act."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.events import Event, UndoAsked
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.lettering.label import Label
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.visit import Visit
from kiosk.words.words import Words

_ICON = 40


class Toast(Part):
    """Ink ground, ✓, the sentence, 「もとにもどす」; without the line the key says why it rests."""

    said = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sentence = Label(ink="page")
        self._undo = Button(says=UndoAsked(), icon="undo")
        self._told: Reservation | None = None
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, event: Event) -> None:
        self.said.emit(event)

    @property
    def is_wanted(self) -> bool:
        return bool(self._sentence.text())

    def display(self, visit: Visit) -> None:
        """Offer to take back what the visit says was cancelled last."""
        undoable = visit.signed.undoable if visit.signed is not None else None
        if undoable is None or undoable.state is not ReservationState.CANCELLED:
            self.dismiss()
            return
        self._sentence.show_text(self._what_was_done(visit, undoable))
        self._undo.show_text(self._words("Undo"))
        if visit.premises.is_line_down:
            self._undo.turn_off(self._words("The line is down."))
        else:
            self._undo.turn_on()
        if undoable != self._told:
            self._speak()
        self._told = undoable

    def dismiss(self) -> None:
        self._sentence.show_text("")
        self._told = None
        self.hide()

    def _what_was_done(self, visit: Visit, cancelled: Reservation) -> str:
        """With large letters there is no room for the title, hidden ones are not told."""
        is_hidden = visit.signed is not None and visit.signed.library.hides_titles
        if is_hidden or visit.look.size >= TextSize.LARGER:
            return self._words("The reservation is cancelled.")
        title = as_catalogued(cancelled.title_name)
        return self._words("The reservation of “%(title)s” is cancelled.", title=title)

    def _speak(self) -> None:
        """Who can't see it hears it."""
        self.setAccessibleName(self._sentence.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def arrange(self, style: Style) -> None:
        left = style.space(4) + style.grown(_ICON) + style.space(4)
        self._row.setContentsMargins(left, style.gap, style.gap, style.gap)
        self._row.setSpacing(style.space(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        px = style.grown(_ICON)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("ink"))
            painter.drawRoundedRect(QRectF(self.rect()), style.radius("key"), style.radius("key"))
            tick = style.icon("check", px, style.colour("page"), 3)
            painter.drawPixmap(style.space(4), round((self.height() - px) / 2), tick)
