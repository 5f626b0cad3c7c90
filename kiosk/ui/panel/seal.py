"""The library's mark: one character on vermilion, as a seal is stamped."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_SIDE, _SIDE_LARGE = 44, 60
_LETTER = 26 / 44  # of the side
_BASELINE = 31.5 / 44


class Seal(Part):
    """Read by nobody aloud: the library's name stands beside it."""

    def __init__(self, character: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._character = character
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def arrange(self, _style: Style) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = _SIDE_LARGE if self.has_style and self.style_now.is_large else _SIDE
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_seal(painter, QRectF(self.rect()), self._character, self.style_now)


def paint_seal(painter: QPainter, box: QRectF, character: str, style: Style) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.width() / _SIDE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("seal"))
    painter.drawRoundedRect(box.adjusted(unit, unit, -unit, -unit), 7 * unit, 7 * unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("seal_ink"), 1.5 * unit))
    inset = 4.5 * unit
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4 * unit, 4 * unit)
    font = style.font("display", literary=True)
    font.setPixelSize(round(_LETTER * box.width()))
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(character)
    x = box.center().x() - wide / 2
    painter.drawText(round(x), round(box.top() + _BASELINE * box.height()), character)
