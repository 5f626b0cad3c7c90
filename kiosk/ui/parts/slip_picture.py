"""The slip as it comes out of the printer, on the screen before it lies in the hand."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_SLOT, _SLIT = 40, 20  # px high
_TOOTH = 12  # of the torn edge
_PAPER_EDGE = "#B9C0C4"
_BESIDE = 35  # px of the slot at each side of the paper


class SlipPicture(Part):
    """Told a picture as PNG, and the words that it shows for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slip = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_slip(self, png: bytes, said: str) -> None:
        self._slip = QImage.fromData(png)
        self.setAccessibleName(said)
        self.update()

    @property
    def is_empty(self) -> bool:
        return self._slip.isNull()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)

    def sizeHint(self) -> QSize:
        return QSize(500, 760)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            paper = self._paper()
            self._paint_slot(painter, paper, style)
            if not self.is_empty:
                self._paint_paper(painter, paper, style)

    def _paper(self) -> QRectF:
        """The whole slip, as large as there is room for it."""
        width = self.width() - 2 * _BESIDE
        room = self.height() - _SLOT / 2 - _SLIT / 2 - _TOOTH
        if not self.is_empty:
            width = min(width, round(room * self._slip.width() / self._slip.height()))
        high = room if self.is_empty else width * self._slip.height() / self._slip.width()
        return QRectF((self.width() - width) / 2, _SLOT - _SLIT / 2, width, high)

    def _paint_slot(self, painter: QPainter, paper: QRectF, style: Style) -> None:
        slot = QRectF(paper.left() - _BESIDE, 0, paper.width() + 2 * _BESIDE, _SLOT)
        slit = QRectF(paper.left() - 5, _SLOT - _SLIT, paper.width() + 10, _SLIT)
        painter.setPen(Qt.PenStyle.NoPen)
        if style.is_black_yellow:
            painter.setPen(QPen(style.colour("ink"), 3))
            painter.setBrush(style.colour("page"))
            painter.drawRect(slot.adjusted(2, 2, -2, -2))
            painter.fillRect(slit, style.colour("ink"))
            return
        painter.setBrush(style.colour("ink2"))
        painter.drawRoundedRect(slot, 12, 12)
        painter.drawRect(slot.adjusted(0, 0, 0, -_SLOT / 2))
        painter.setBrush(style.colour("page" if style.colour("ink").lightness() > 128 else "ink"))
        painter.drawRoundedRect(slit, 6, 6)

    def _paint_paper(self, painter: QPainter, paper: QRectF, style: Style) -> None:
        edge = style.colour("ink") if style.is_black_yellow else QColor(_PAPER_EDGE)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPolygon(_torn(paper))
        painter.drawImage(paper.adjusted(2, 0, -2, 0), self._slip)


def _torn(paper: QRectF) -> QPolygonF:
    """The paper with the zigzag of the cutter at its foot."""
    outline = [paper.topLeft(), paper.topRight()]
    teeth = max(1, round(paper.width() / 18))
    step = paper.width() / teeth / 2
    for at in range(2 * teeth + 1):
        down = _TOOTH if at % 2 else 0
        outline.append(QPointF(paper.right() - at * step, paper.bottom() + down))
    return QPolygonF(outline)
