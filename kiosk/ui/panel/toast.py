"""What was just done, and the key that takes it back; stays until the patron's next act."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.events import Event
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.label import Label
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.words.words import Words

_ICON = 40


class Toast(Part):
    """Ink ground, ✓, the sentence, 「もとにもどす」."""

    said = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sentence = Label(ink="page")
        self._undo = Button(icon="undo")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, event: Event) -> None:
        self.said.emit(event)

    def offer(self, sentence: str, says: Event) -> None:
        """Tell what was done; `says` takes it back."""
        self._sentence.show_text(sentence)
        self._undo.show_text(self._words("Undo"))
        self._undo.says = says
        self.show()

    def dismiss(self) -> None:
        self._sentence.show_text("")
        self.hide()

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
