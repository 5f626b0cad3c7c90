"""The hazard stripe: nobody takes a page that bears it for a patron's."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.styled import Part

_HEIGHT = 14
_STEP = 24
_BLACK, _AMBER = QColor("#16202A"), QColor("#F2B230")


class Stripe(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_STEP, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), _AMBER)
            painter.setBrush(_BLACK)
            painter.setPen(_BLACK)
            for left in range(-_STEP, self.width() + _STEP, 2 * _STEP):
                painter.drawPolygon(_slanted(left))


def _slanted(left: int) -> QPolygonF:
    corners = ((left, _HEIGHT), (left + _STEP, _HEIGHT))
    upper = ((left + _STEP + _HEIGHT, 0), (left + _HEIGHT, 0))
    return QPolygonF([QPointF(x, y) for x, y in (*corners, *upper)])
