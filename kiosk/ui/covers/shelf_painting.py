"""The wood and the backs of the books on the shelf of the first screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from kiosk.ui.covers.shelf_layout import Spine
from kiosk.ui.covers.weaving import cloth_of, mixed
from kiosk.ui.look.style import Style

PLANK = 30  # px
_GILT = QColor(242, 230, 200, 150)
_TITLE_PAPER = QColor(246, 238, 218, 210)
_LABEL = "#FBFAF5"


def paint_plank(painter: QPainter, box: QRectF, style: Style) -> None:
    """The board at the foot of the box, lighter above."""
    board = QRectF(box.left(), box.bottom() - PLANK, box.width(), PLANK)
    if style.is_black_yellow:
        painter.fillRect(board.adjusted(0, 0, 0, 3 - PLANK), style.colour("plank"))
        return
    wood = QLinearGradient(board.topLeft(), board.bottomLeft())
    wood.setColorAt(0, style.colour("plank"))
    wood.setColorAt(1, style.colour("plankEdge"))
    painter.fillRect(board, wood)


def paint_spine(painter: QPainter, spine: Spine, foot: float, style: Style) -> None:
    """The back of one book, standing on the height `foot`."""
    box = QRectF(spine.x, foot - spine.height, spine.width, spine.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if style.is_black_yellow:
        painter.setPen(QPen(style.colour("ink"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.drawLine(box.bottomLeft() + _up(40), box.bottomRight() + _up(40))
        return
    cloth = cloth_of(spine.main_class, spine.tone)
    round_back = QLinearGradient(box.topLeft(), box.topRight())
    round_back.setColorAt(0, QColor(mixed(cloth, "#FFFFFF", 0.18)))
    round_back.setColorAt(0.35, QColor(cloth))
    round_back.setColorAt(1, QColor(mixed(cloth, "#000000", 0.2)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(round_back)
    painter.drawRoundedRect(box, 3, 3)
    _paint_band(painter, spine, box)
    label = QRectF(box.left() + 3, box.bottom() - 40, box.width() - 6, 26)
    painter.fillRect(label, QColor(_LABEL))
    painter.fillRect(label.adjusted(0, 0, 0, -23), QColor(cloth))


def _paint_band(painter: QPainter, spine: Spine, box: QRectF) -> None:
    if spine.band == 1:
        top = box.top() + box.height() / 10
        painter.fillRect(QRectF(box.left(), top, box.width(), 3), _GILT)
        painter.fillRect(QRectF(box.left(), top + 8, box.width(), 2), _GILT)
    elif spine.band == 2 and spine.width > 30:
        top = box.top() + 0.16 * box.height()
        paper = QRectF(box.left() + 9, top, box.width() - 18, 0.4 * box.height())
        painter.fillRect(paper, _TITLE_PAPER)


def _up(px: float) -> QPointF:
    return QPointF(0, -px)
