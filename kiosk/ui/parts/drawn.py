"""A drawing of the house or an icon, standing still among words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.look.pictures import drawing, drawing_size
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part


class Drawn(Part):
    """One of assets/pictures, as wide as wished; says nothing and is nothing to a reader."""

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._width = name, width
        self.setFixedSize(drawing_size(name, width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        line = style.colour("ink").name() if style.is_black_yellow else None
        with QPainter(self) as painter:
            painter.drawImage(0, 0, drawing(self._name, self._width, line_colour=line))


class IconMark(Part):
    """One icon in the colour of its word."""

    def __init__(
        self, name: str, px: int = 48, ink: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._px, self._ink = name, px, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, ink: str) -> None:
        self._name, self._ink = name, ink
        self.update()

    def sizeHint(self) -> QSize:
        side = self.style_now.grown(self._px) if self.has_style else self._px
        return QSize(side, side)

    def arrange(self, _style: Style) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        picture = style.icon(self._name, style.grown(self._px), style.colour(self._ink))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), picture)
