"""Where a title is now: a shape, a word and a place, in this order of weight."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.domain.titles import Whereabouts
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.words.whereabouts import place_of, sign_of

__all__ = ["COLOURS", "Shape", "paint_shape", "place_of"]

COLOURS = {
    Whereabouts.HERE: "ok",
    Whereabouts.CLOSED_STACKS: "ok",
    Whereabouts.ELSEWHERE: "ok",
    Whereabouts.OUT: "wait",
    Whereabouts.IN_TRANSIT: "wait",
    Whereabouts.ON_HOLD_SHELF: "wait",
    Whereabouts.REFERENCE: "ink2",
    Whereabouts.MISSING: "wait",
    Whereabouts.UNKNOWN: "ink2",
}
_SIDE = 50  # px of a shape in a row


class Shape(Part):
    """○ on the shelf, dotted ○ to be fetched, △ not to be had now, □ read here only, － unknown."""

    def __init__(self, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._whereabouts = Whereabouts.UNKNOWN
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_whereabouts(self, whereabouts: Whereabouts) -> None:
        self._whereabouts = whereabouts
        self.update()

    def arrange(self, style: Style) -> None:
        side = max(self._side, round(0.9 * style.px("name")))
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colour = self.style_now.colour(COLOURS[self._whereabouts])
            paint_shape(painter, QRectF(self.rect()), self._whereabouts, colour)


def paint_shape(painter: QPainter, box: QRectF, whereabouts: Whereabouts, colour: QColor) -> None:
    """Drawn on a grid of 24, as the icons are."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw(painter, whereabouts, colour)
    painter.restore()


def _draw(painter: QPainter, whereabouts: Whereabouts, colour: QColor) -> None:
    pen = QPen(colour, 4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    match sign_of(whereabouts):
        case "○":
            painter.setPen(pen)
            painter.drawEllipse(QPointF(12, 12), 8.5, 8.5)
        case "◌":
            pen.setWidthF(2.5)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4.9 / 2.5, 4 / 2.5])
            painter.setPen(pen)
            painter.drawEllipse(QPointF(12, 12), 8.5, 8.5)
        case "△":
            pen.setWidthF(3.2)
            painter.setPen(pen)
            corners = (QPointF(12, 4.5), QPointF(20.5, 19.5), QPointF(3.5, 19.5))
            painter.drawPolygon(QPolygonF(corners))
        case "□":
            pen.setWidthF(3.2)
            painter.setPen(pen)
            painter.drawRect(QRectF(5, 5, 14, 14))
        case _:
            painter.setPen(pen)
            painter.drawLine(QPointF(5, 12), QPointF(19, 12))
