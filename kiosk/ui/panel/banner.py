"""What is the matter, and what still works: a strip under the top band that pushes the page."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.lettering.label import Label
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_BAR = 12  # px of its colour at the left
_ICON = 40


class Tone(Enum):
    """Its colour: the token of the words; the soft one of that name is its ground."""

    WAIT = "wait"  # line cut, paper low
    HINT = "accentText"
    STOP = "stop"

    @property
    def ground(self) -> str:
        return "accentSoft" if self is Tone.HINT else f"{self.value}Soft"


class Banner(Part):
    """An icon, what is in bold, what to do below."""

    def __init__(
        self, tone: Tone = Tone.WAIT, icon: str = "wifi", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon = tone, icon
        self._what = Label(ink=tone.value, bold=True)
        self._then = Label()
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._what)
        self._page.addWidget(self._then)
        self.setSizePolicy(self._what.sizePolicy())

    def show_text(self, what: str, then: str = "") -> None:
        self._what.show_text(what)
        self._then.show_text(then)
        self._then.setVisible(bool(then))

    def arrange(self, style: Style) -> None:
        left = style.margin + style.grown(_ICON) + style.space(4)
        self._page.setContentsMargins(left, style.space(1), style.margin, style.space(1))
        self._page.setSpacing(0)
        self.update()

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.fillRect(box, style.colour(self._tone.ground))
            colour = style.colour(self._tone.value)
            painter.fillRect(QRectF(0, 0, _BAR, box.height()), colour)
            if style.is_black_yellow:
                foot = QRectF(0, box.height() - style.stroke("line"), box.width(), box.height())
                painter.fillRect(foot, colour)
            px = style.grown(_ICON)
            top = (box.height() - px) / 2
            painter.drawPixmap(
                round(style.margin), round(top), style.icon(self._icon, px, colour, 2.3)
            )
