"""The strip across the foot that says in one sentence what will be done, with its button."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.events import Event
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.text import Button, Kind, Label

_BUTTON_WIDTH = 440
_TICK = 56
_MOST_SAID = 120  # px: as high as the key beside it, and not much more


class Summary(Part):
    """The sentence is the confirmation: rewritten as soon as a choice changes."""

    def __init__(
        self,
        says: Event | None = None,
        beside: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """beside: another key, before the one that does what the sentence says."""
        super().__init__(parent)
        self._tick = IconMark("check", _TICK, "accentText")
        self._sentence = Label("name")
        self._told, self._later = Label("label"), Label("label", "ink2")
        self.button = Button(says=says, kind=Kind.PRIMARY)
        self._said, self._keys = QHBoxLayout(), QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out(beside)

    def _lay_out(self, beside: Button | None) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (self._sentence, self._told, self._later):
            words.addWidget(label)
        words.addStretch(1)
        self._said.addWidget(self._tick)
        self._said.addLayout(words, 1)
        self._line.addLayout(self._said, 1)
        if beside is not None:
            self._keys.addWidget(beside)
        self._keys.addWidget(self.button, 1)
        middle = QVBoxLayout()  # a key is no higher than its words ask
        middle.addStretch(1)
        middle.addLayout(self._keys)
        middle.addStretch(1)
        self._line.addLayout(middle)

    def show_summary(
        self,
        sentence: str,
        later: str,
        verb: str,
        *,
        told: str = "",
        is_ready: bool = True,
        is_done: bool = False,
    ) -> None:
        """later: what can be changed afterwards. Not ready: no tick, and the button is dashed.

        told: what is to be known of it beforehand.
        is_done: it was done a moment ago: the tick stands though the button is dashed.
        """
        self._sentence.show_text(sentence)
        for label, text in ((self._told, told), (self._later, later)):
            label.show_text(text)
            label.setVisible(bool(text))
        self._tick.setVisible(is_ready or is_done)
        self.button.show_text(verb)
        if is_ready:
            self.button.turn_on()
        else:
            self.button.turn_off()

    def tell(self, *, is_here: bool) -> None:
        """Whether what is to be known stands here; else the rows say it.

        What can be changed later then leaves a low page, so that the strip grows no higher.
        """
        is_told = bool(self._told.text())
        self._told.setVisible(is_here and is_told)
        has_room = not is_told or self.style_now.is_portrait or self._needed() <= _MOST_SAID
        self._later.setVisible(bool(self._later.text()) and has_room)

    def _needed(self) -> int:
        """What all three texts take, one below the other."""
        style = self.style_now
        around = 2 * style.margin + 2 * style.space(4) + self._tick.sizeHint().width()
        wide = self.width() - around - self._keys.sizeHint().width()
        labels = (self._sentence, self._told, self._later)
        return sum(label.heightForWidth(wide) for label in labels)

    def arrange(self, style: Style) -> None:
        is_upright = style.is_portrait
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if is_upright else way.LeftToRight)
        self._line.setContentsMargins(style.margin, style.space(3), style.margin, style.space(3))
        self._line.setSpacing(style.space(4))
        self._said.setSpacing(style.space(4))
        self._keys.setSpacing(style.gap)
        self.button.setMinimumWidth(0 if is_upright else _BUTTON_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("surface"))
            line = QRectF(0, 0, self.width(), style.stroke("line"))
            painter.fillRect(line, style.colour("line"))
