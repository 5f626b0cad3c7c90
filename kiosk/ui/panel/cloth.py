"""The cloth of the curtain: a rod, 青海波, and the question dyed into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from kiosk.ui.look.style import Style

_ROD = (8, 34)  # px from the top
_ROD_EDGE = 26
_HOOKS = (240 / 1920, 700 / 1920, 1180 / 1920, 1700 / 1920)
_WAVES = (34, 160)
_SLITS_FROM = 164
_SLIT = 7
_SHADE = 26
_WAVE = (92, 46)
_RINGS = (46.0, 31.28, 16.56)
_HANGS_LOWER = (0, 10, 4, 12, 2)  # px, each strip in its own way
_SWING = 40  # px that the foot of a strip swings
_MOST_STRIPS = 6
_LETTER = 0.615  # of a strip's width
_WEIGHT = 0.0127  # of a letter: Mincho is thin for so large a cloth
_QUESTION = 0.32  # of the cloth's height, where it is one piece
_BREADTH = 0.86  # of the cloth's width
_LINE = 1.25  # of a letter, from one line to the next


@dataclass(frozen=True, slots=True)
class _Dyes:
    cloth: QColor
    thread: QColor
    shade: QColor
    letter: QColor
    rod: QColor
    rod_edge: QColor
    outline: QColor | None  # black-yellow: strips are lines


def paint_cloth(size: QSize, question: str, style: Style) -> QPixmap:
    """A strip for each letter of a short Japanese question, otherwise one piece."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    dyes = _dyes(style)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strips = _strips(question)
        _hang(painter, size, len(strips), dyes)
        _dye(painter, size, strips, style, dyes)
        _paint_head(painter, size, dyes)
    return pixmap


def _strips(question: str) -> tuple[str, ...]:
    is_japanese = all(letter > "\u3000" for letter in question)
    return tuple(question) if is_japanese and len(question) <= _MOST_STRIPS else (question,)


def _dyes(style: Style) -> _Dyes:
    if style.is_black_yellow:
        page, ink = style.colour("page"), style.colour("ink")
        return _Dyes(page, page, page, ink, ink, ink, ink)
    dye = {name: QColor(colour) for name, colour in style.tokens["curtain"].items()}
    return _Dyes(
        dye["cloth"], dye["thread"], dye["shade"], dye["letter"], dye["rod"], dye["rod_edge"], None
    )


def _feet(size: QSize, strips: int) -> list[tuple[float, float, float]]:
    """Left, right and foot of each strip."""
    edges = [size.width() * at / strips for at in range(strips + 1)]
    feet = []
    for at, (left, right) in enumerate(pairwise(edges)):
        inner_left = left + (_SLIT / 2 if at else 0)
        inner_right = right - (_SLIT / 2 if at < strips - 1 else 0)
        foot: float = (
            size.height() - _SWING - max(_HANGS_LOWER) + _HANGS_LOWER[at % len(_HANGS_LOWER)]
        )
        feet.append((inner_left, inner_right, foot))
    return feet


def _hang(painter: QPainter, size: QSize, strips: int, dyes: _Dyes) -> None:
    for left, right, foot in _feet(size, strips):
        width = right - left
        strip = QPainterPath(QPointF(left, _WAVES[0]))
        strip.lineTo(right, _WAVES[0])
        strip.lineTo(right, foot)
        strip.cubicTo(
            right - 0.24 * width, foot + 32, left + 0.29 * width, foot + 18, left, foot + 6
        )
        strip.closeSubpath()
        painter.setPen(QPen(dyes.outline, 3) if dyes.outline else Qt.PenStyle.NoPen)
        painter.setBrush(dyes.cloth)
        painter.drawPath(strip)
        if dyes.outline is None and strips > 1:
            _paint_fold(painter, right, foot, dyes)


def _paint_fold(painter: QPainter, right: float, foot: float, dyes: _Dyes) -> None:
    fold = QPainterPath(QPointF(right - _SHADE, _SLITS_FROM))
    for point in ((right, _SLITS_FROM), (right, foot), (right - _SHADE, foot + 8)):
        fold.lineTo(*point)
    painter.fillPath(fold, dyes.shade)


def _dye(
    painter: QPainter, size: QSize, strips: tuple[str, ...], style: Style, dyes: _Dyes
) -> None:
    feet = _feet(size, len(strips))
    high = feet[0][2] - _SLITS_FROM
    font = style.font("display", literary=True)
    px = min(_LETTER * size.width() / len(strips), 0.62 * high)
    lines: tuple[str, ...] = strips
    if len(strips) == 1:
        px, lines = _largest(strips[0], size.width(), high, font)
    font.setPixelSize(round(px))
    painter.setPen(QPen(dyes.letter, _WEIGHT * px))
    painter.setBrush(dyes.letter)
    first = _SLITS_FROM + high / 2 + 0.38 * px
    for at, letters in enumerate(lines):
        left, right, _foot = feet[min(at, len(feet) - 1)]
        wide = QFontMetricsF(font).horizontalAdvance(letters)
        down = _LINE * px * (at - (len(lines) - 1) / 2) if len(strips) == 1 else 0
        outline = QPainterPath()
        outline.addText(QPointF((left + right - wide) / 2, first + down), font, letters)
        painter.drawPath(outline)


def _largest(question: str, width: int, high: float, font: QFont) -> tuple[float, tuple[str, ...]]:
    """In one line; in two on a cloth so narrow that the letters are larger then."""
    asked = QFont(font)
    asked.setPixelSize(round(_QUESTION * high))
    measured = QFontMetricsF(asked)
    sizes = []
    for lines in _ways(question):
        wide = max(map(measured.horizontalAdvance, lines))
        sizes.append((min(1.0, _BREADTH * width / wide) * asked.pixelSize(), lines))
    return max(sizes, key=lambda way: way[0])


def _ways(question: str) -> Iterator[tuple[str, ...]]:
    """The question whole, and parted at each of its spaces."""
    yield (question,)
    for at, letter in enumerate(question):
        if letter == " ":
            yield question[:at], question[at + 1 :]


def _paint_head(painter: QPainter, size: QSize, dyes: _Dyes) -> None:
    """The rod, and the band of waves that the strips hang from."""
    head = QRectF(0, _WAVES[0], size.width(), _SLITS_FROM + 8 - _WAVES[0])
    if dyes.outline is None:
        painter.fillRect(head, dyes.cloth)
        waves = QRectF(0, _WAVES[0], size.width(), _WAVES[1] - _WAVES[0])
        painter.drawTiledPixmap(waves.toRect(), _waves(dyes))
    foot = QRectF(0, _WAVES[1], size.width(), 4)
    painter.fillRect(foot, dyes.outline or dyes.thread)
    top, bottom = _ROD
    painter.fillRect(QRectF(0, top, size.width(), bottom - top), dyes.rod)
    painter.fillRect(QRectF(0, _ROD_EDGE, size.width(), bottom - _ROD_EDGE), dyes.rod_edge)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dyes.rod_edge)
    for part in _HOOKS:
        painter.drawRoundedRect(QRectF(part * size.width(), top - 2, 10, 30), 4, 4)


def _waves(dyes: _Dyes) -> QPixmap:
    """One repeat of 青海波: each row of rings covers the lower half of the one behind."""
    wide, high = _WAVE
    repeat = QPixmap(wide, high)
    repeat.fill(dyes.cloth)
    with QPainter(repeat) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(dyes.thread, 2))
        painter.setBrush(dyes.cloth)
        for row, y in enumerate((0.5 * high, 1.0 * high, 1.5 * high, 2.0 * high)):
            for x in (0, wide) if row % 2 == 0 else (wide / 2,):
                for radius in _RINGS:
                    painter.drawEllipse(QPointF(x, y), radius, radius)
    return repeat
