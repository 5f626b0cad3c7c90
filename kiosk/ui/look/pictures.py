"""The drawings of the house: cats and doors, from assets/pictures."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PICTURES = Path(__file__).resolve().parents[3] / "assets" / "pictures"


@lru_cache(maxsize=32)
def drawing(name: str, width: int, *, line_colour: str | None = None) -> QImage:
    """A drawing as wide as wished.

    line_colour: for black-yellow, everything that is drawn takes this one colour; what was
    light in it stays open.
    """
    renderer = QSvgRenderer(str(PICTURES / f"{name}.svg"))
    size = renderer.viewBoxF().size() * (width / renderer.viewBoxF().width())
    image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    return image if line_colour is None else _in_one_colour(image, QColor(line_colour))


def drawing_size(name: str, width: int) -> QSize:
    return drawing(name, width).size()


def _in_one_colour(image: QImage, colour: QColor) -> QImage:
    """Dark faces turn into the colour, light ones into the ground."""
    single = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    single.fill(Qt.GlobalColor.transparent)
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() and pixel.lightness() < 110:
                shade = QColor(colour)
                shade.setAlpha(pixel.alpha())
                single.setPixelColor(x, y, shade)
    return single
