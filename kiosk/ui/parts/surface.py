"""A card that is to be read: a surface with a thin line around, without a lip."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.styled import Part


class Surface(Part):
    """A ground for other parts. outline names the token of a state that matters: ok, wait, stop."""

    def __init__(self, outline: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline, self._ground = outline, "surface"

    def show_outline(self, outline: str, ground: str = "surface") -> None:
        self._outline, self._ground = outline, ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        stroke = style.stroke("selected" if self._outline else "line")
        half = stroke / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = style.radius("card")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour(self._outline or "line"), stroke))
            painter.setBrush(style.colour(self._ground))
            painter.drawRoundedRect(box, radius, radius)
