"""The heading of one step: its number in a disc, or a tick once it is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Label

_DISC = 56
_TICK = 34


class StepHeading(Part):
    """Reads itself as its words; the number is part of the picture."""

    def __init__(self, number: int, role: str = "name", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = _Disc(number)
        self._words = Label(role, bold=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)

    def show_text(self, text: str, *, is_done: bool = False) -> None:
        self._words.show_text(text)
        self._disc.show_done(is_done=is_done)

    def arrange(self, style: Style) -> None:
        self._row.setSpacing(style.space(3))


class _Disc(Part):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._is_done = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_done(self, *, is_done: bool) -> None:
        self._is_done = is_done
        self.update()

    def arrange(self, _style: Style) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = self.style_now.grown(_DISC) if self.has_style else _DISC
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        ground, ink = ("ok", "page") if self._is_done else ("accent", "accentInk")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour(ground))
            painter.drawEllipse(self.rect())
            if self._is_done:
                self._paint_tick(painter, style)
                return
            font = style.font("name", bold=True)
            font.setPixelSize(round(self.height() * 0.54))
            painter.setFont(font)
            painter.setPen(style.colour(ink))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_tick(self, painter: QPainter, style: Style) -> None:
        px = style.grown(_TICK)
        beside = round((self.width() - px) / 2)
        painter.drawPixmap(beside, beside, style.icon("check", px, style.colour("page"), 3.2))
