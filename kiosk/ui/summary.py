"""The white strip across the foot of a page: what will be done, in a sentence, and the one key."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.events import Event
from kiosk.ui.drawn import IconMark
from kiosk.ui.style import Style
from kiosk.ui.styled import Part
from kiosk.ui.text import Button, Kind, Label

_PRIMARY_WIDTH = 440  # px at the standard size
_TICK = 50


class Summary(Part):
    """It is the confirmation itself: rewritten as soon as a choice changes."""

    def __init__(self, says: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = IconMark("check", _TICK, "accent")
        self.sentence = Label("name")
        self.later = Label("label", ink="ink2")
        self.primary = Button(says=says, kind=Kind.PRIMARY)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.sentence)
        texts.addWidget(self.later)
        texts.addStretch(1)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.addLayout(texts, 1)
        self._page = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._page.addLayout(self._words, 1)
        self._page.addWidget(self.primary, 0)

    def show_sentence(self, sentence: str, later: str, *, is_complete: bool) -> None:
        """later: what can still be done afterwards; is_complete: nothing is left to choose."""
        self.sentence.show_text(sentence)
        self.later.show_text(later)
        self.later.setVisible(bool(later))
        self.tick.setVisible(is_complete)

    def arrange(self, style: Style) -> None:
        direction = QBoxLayout.Direction
        is_tall = style.is_portrait
        self._page.setDirection(direction.TopToBottom if is_tall else direction.LeftToRight)
        above = style.space(4 if is_tall else 3)
        self._page.setContentsMargins(style.margin, above, style.margin, above)
        self._page.setSpacing(style.space(3 if is_tall else 5))
        self._words.setSpacing(style.space(4))
        if is_tall:
            self.primary.setMinimumWidth(0)
            self.primary.setMaximumWidth(style.tokens["panel"]["portrait"][0])
        else:
            self.primary.setFixedWidth(style.grown(_PRIMARY_WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("surface"))
            rule = QRectF(0, 0, self.width(), style.stroke("line"))
            painter.fillRect(rule, style.colour("line"))
