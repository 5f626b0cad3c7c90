"""A board of wood across the page, and the wall below it for what stands at the foot."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_BOARD, _EDGE = 26, 8  # px: its top and its darker front
_LEAST = 160


class ShelfFront(Part):
    """Lay what stands below the board into `row`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(_LEAST)

    def arrange(self, style: Style) -> None:
        above = _BOARD + _EDGE + style.gap
        self.row.setContentsMargins(style.margin, above, style.margin, style.gap)
        self.row.setSpacing(style.space(5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        board = QRect(0, 0, self.width(), _BOARD)
        edge = QRect(0, _BOARD, self.width(), _EDGE)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), style.colour("niche"))
            if style.is_black_yellow:
                stroke = style.stroke("line")
                painter.fillRect(0, 0, self.width(), stroke, style.colour("plank"))
                painter.fillRect(0, _BOARD + _EDGE, self.width(), stroke, style.colour("plank"))
                return
            painter.fillRect(board, style.colour("plank"))
            painter.fillRect(edge, style.colour("plankEdge"))
