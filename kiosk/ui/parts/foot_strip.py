"""The strip at the foot of a page without the patrons' bar: what is told, then keys."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Label


class FootStrip(Part):
    """The last key stands lowest at the right; on a tall panel keys take the whole width."""

    def __init__(self, told: Label, *keys: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(told, stretch=1)
        for key in keys:
            self._row.addWidget(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_tall else directions.LeftToRight)
        above = style.space(3)
        self._row.setContentsMargins(style.margin, above, style.margin, above)
        self._row.setSpacing(style.gap if is_tall else style.space(5))
        self.setMinimumHeight(style.bar_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("sunken"))
            line = "edge" if style.is_black_yellow else "line"
            painter.fillRect(0, 0, self.width(), style.stroke("line"), style.colour(line))
