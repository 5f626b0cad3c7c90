"""Text set from left to right on a cover: titles in Latin letters."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from kiosk.ui.covers.vertical_text import LATIN_MINCHO

_LEADING = 1.15
_DRAWN = 100  # px at which outlines are taken; they are scaled afterwards


def paint(painter: QPainter, box: QRectF, text: str, colour: QColor, largest: float) -> None:
    """The title in the middle of the box, in the largest letter that its words allow."""
    lines, size = _fit(text, box, largest)
    top = box.center().y() - len(lines) * _LEADING * size / 2
    painter.setPen(QPen(colour, size * 0.012))
    painter.setBrush(colour)
    for line in lines:
        painter.drawPath(_outline(line, box.center().x(), top + size * 0.95, size))
        top += _LEADING * size


def paint_plate(
    painter: QPainter, box: QRectF, text: str, ground: str, colour: str, size: float
) -> None:
    """A name on a dark plate; left off where it has no room."""
    wide = _width(text) * size + 0.6 * size
    if wide > box.width():
        return
    plate = QRectF(box.left(), box.top(), wide, box.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setBrush(QColor(colour))
    baseline = plate.center().y() + 0.36 * size
    painter.drawPath(_outline(text, plate.center().x(), baseline, size))


def _fit(text: str, box: QRectF, largest: float) -> tuple[tuple[str, ...], float]:
    size = largest
    while size > largest / 6:
        lines = _wrapped(text, box.width() / size)
        widest = max(_width(line) for line in lines) * size
        if widest <= box.width() and len(lines) * _LEADING * size <= box.height():
            return lines, size
        size *= 0.94
    return _wrapped(text, box.width() / size), size


def _wrapped(text: str, room: float) -> tuple[str, ...]:
    """Lines of whole words; room is a line's length in em."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _font() -> QFont:
    font = QFont()
    font.setFamilies(LATIN_MINCHO)
    font.setPixelSize(_DRAWN)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _width(text: str) -> float:
    return QFontMetricsF(_font()).horizontalAdvance(text) / _DRAWN


def _outline(text: str, middle: float, baseline: float, size: float) -> QPainterPath:
    path = QPainterPath()
    path.addText(QPointF(-_width(text) * _DRAWN / 2, 0), _font(), text)
    return QTransform.fromTranslate(middle, baseline).scale(size / _DRAWN, size / _DRAWN).map(path)
