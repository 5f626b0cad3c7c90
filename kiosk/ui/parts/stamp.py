"""The date stamp of the library, in vermilion: what was done, and on which day."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_SIDE = 280  # px
_GRID = 300  # the stamp is drawn on a square of this many units
_TURN = -7  # degrees
_PRESSED_FROM = 1.15
_REIWA_BEGAN = 2018  # the year before its first


class Stamp(Part):
    """A picture to the eye, one sentence to a reader."""

    def __init__(self, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._scale = side, 1.0
        self._library = self._day = self._deed = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stamp(self, library: str, day: date, deed: str, said: str) -> None:
        """deed: two letters or a short word; said: what is read aloud instead of the picture."""
        self._library = library.removesuffix("図書館").removesuffix(" Library")
        self._day = f"{day.year - _REIWA_BEGAN}.{day.month}.{day.day}"
        self._deed = deed
        self.setAccessibleName(said)
        self.update()

    @property
    def lines(self) -> tuple[str, str, str]:
        """What stands on it, from the top."""
        return self._library, self._day, self._deed

    def press(self) -> None:
        """Come down once; at once where motion is reduced."""
        lasts_ms = self.style_now.ms("stamp_press")
        if not lasts_ms:
            return
        self._show_scale(_PRESSED_FROM)
        pressing = QVariantAnimation(self)
        pressing.setDuration(lasts_ms)
        pressing.setStartValue(_PRESSED_FROM)
        pressing.setEndValue(1.0)
        pressing.valueChanged.connect(self._show_scale)
        pressing.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _show_scale(self, scale: float) -> None:
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self.width() / 2, self.height() / 2)
            painter.rotate(_TURN)
            unit = min(self.width(), self.height()) / (_GRID * _PRESSED_FROM) * 1.04 * self._scale
            painter.scale(unit, unit)
            self._paint_rings(painter, style)
            bold, figures = style.font("lead", bold=True), style.font("lead", numbers=True)
            figures.setBold(True)
            _paint_line(painter, self._library, bold, 33, QRectF(-85, -105, 170, 54))
            _paint_line(painter, self._day, figures, 50, QRectF(-110, -32, 220, 66))
            _paint_line(painter, self._deed, bold, 44, QRectF(-80, 44, 160, 58))

    def _paint_rings(self, painter: QPainter, style: Style) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = style.colour("here")
        for radius, stroke in ((138, 9), (122, 3)):
            painter.setPen(QPen(colour, stroke))
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.setPen(QPen(colour, 5))
        for height in (-34, 36):
            painter.drawLine(QPointF(-116, height), QPointF(116, height))


def _paint_line(painter: QPainter, text: str, font: QFont, px: int, box: QRectF) -> None:
    """Part of the picture: as small as the ring asks."""
    font.setPixelSize(px)
    while QFontMetricsF(font).horizontalAdvance(text) > box.width() and font.pixelSize() > 12:
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
