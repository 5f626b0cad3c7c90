"""The cat that sleeps on the books, as large as its place allows."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.pictures import drawing, drawing_size
from kiosk.ui.look.styled import Part

_NAME = "sleeping_cat"
_WIDEST = 600  # px
_NARROWEST = 220  # smaller it would be a blot


class SleepingCat(Part):
    """Stands on the lower edge of its place; is not there where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def width_drawn(self) -> int:
        """How wide the drawing is now; 0 while it does not fit."""
        whole = drawing_size(_NAME, _WIDEST)
        by_height = self.height() * whole.width() // whole.height()
        wide = min(_WIDEST, self.width(), by_height)
        return wide if wide >= _NARROWEST else 0

    def sizeHint(self) -> QSize:
        return drawing_size(_NAME, _WIDEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        wide = self.width_drawn
        if not wide:
            return
        style = self.style_now
        line = style.colour("ink").name() if style.is_black_yellow else None
        picture = drawing(_NAME, wide, line_colour=line)
        with QPainter(self) as painter:
            left = (self.width() - wide) // 2
            painter.drawImage(left, self.height() - picture.height(), picture)
