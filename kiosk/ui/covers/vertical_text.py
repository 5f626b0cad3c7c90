"""Text set in columns from the right, as on the cover of a Japanese book."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

MINCHO = ("BIZ UDMincho", "Noto Serif CJK JP")
LATIN_MINCHO = ("Noto Serif CJK JP", "BIZ UDMincho")  # has proportional Latin letters
LEADING = 1.14  # from one column to the next, in em
_PITCH = 1.04  # of a letter when a size is looked for, in em
_LOOSE = 1.06  # short titles are set a little wider
_DRAWN = 100  # px at which outlines are taken; they are scaled afterwards
_BASELINE = 0.88
_STROKE = 0.012  # Mincho is a little thin in white on cloth, in em

_TURNED = set("ー〜～…‥―—－（）()「」『』【】〈〉《》［］[]〔〕：；＝=→←")
_POINTS = set("、。，．")
_SMALL = set("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NEVER_FIRST = _POINTS | _SMALL | set("ー々ゝゞ」』）】〉》・：")
_PARTICLES = set("のとはをにがでも")
_STOPS = set("・　 、。：；！？")
_PIECES = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*|\d+|.", re.DOTALL)


class _Way(Enum):
    """How a piece stands in its cell."""

    UPRIGHT = auto()
    TURNED = auto()
    SMALL = auto()
    POINT = auto()
    TOGETHER = auto()  # two digits side by side in one cell
    SPACE = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    way: _Way
    length: float  # along the column, in em


@dataclass(frozen=True, slots=True)
class Setting:
    """A text cut into columns, with the size in which it fills its place."""

    columns: tuple[str, ...]
    size: float  # px of the em


def length(text: str) -> float:
    """How long a column of this text is, in em."""
    return sum(piece.length for piece in _pieces(text))


def fit(text: str, width: float, height: float, *, largest: float) -> Setting:
    """Cut a title into one to three columns, whichever gives the larger letter.

    A second column is opened only where it makes letters a tenth larger.
    """
    count = len(text)
    numbers = (1,) if count <= 6 else (1, 2) if count <= 18 else (2, 3)
    best: Setting | None = None
    for number in numbers:
        columns = broken(text, number)
        longest = max(map(length, columns))
        room = min(height / (longest * _PITCH), 0.85 * width / (number * LEADING), largest)
        if best is None or room > best.size * 1.1:
            best = Setting(columns, room)
    assert best is not None, "there is always one way"
    return best


def broken(text: str, number: int) -> tuple[str, ...]:
    """Cut after a particle near to equal parts."""
    if number == 1 or len(text) < 2 * number:
        return (text,)
    cut = _cut(text, round(len(text) / number + 0.1))
    return (text[:cut].rstrip(), *broken(text[cut:].lstrip(), number - 1))


def _cut(text: str, wished: int) -> int:
    nearest = [
        at
        for at in range(2, len(text) - 1)
        if text[at - 1] in _STOPS
        or (
            text[at - 1] in _PARTICLES
            and text[at] not in _NEVER_FIRST
            and text[at - 2] not in _STOPS
        )
    ]
    close = [at for at in nearest if abs(at - wished) <= max(2, wished // 3)]
    if close:
        return min(close, key=lambda at: (abs(at - wished) - 2 * (text[at - 1] in _STOPS), -at))
    while wished < len(text) - 1 and text[wished] in _NEVER_FIRST:
        wished += 1
    return wished


def paint(
    painter: QPainter,
    box: QRectF,
    setting: Setting,
    colour: QColor,
    *,
    at_top: bool = False,
    pitch: float | None = None,
) -> None:
    """Set the columns into the box: in the middle of its width, in the middle or at its top.

    pitch: from one letter to the next, in em; None for the cover's own rule.
    """
    size = setting.size
    block = (len(setting.columns) - 1) * LEADING * size
    x = box.center().x() + block / 2
    if pitch is None:
        is_short = len(setting.columns) == 1 and len(setting.columns[0]) <= 4
        pitch = _LOOSE if is_short else 1.0
    longest = max(_extent(column, pitch) for column in setting.columns) * size
    top = box.top() if at_top else box.center().y() - longest / 2
    path = QPainterPath()
    for column in setting.columns:
        path.addPath(_column(column, x - size / 2, top, size, pitch))
        x -= LEADING * size
    painter.setPen(QPen(colour, size * _STROKE))
    painter.setBrush(colour)
    painter.drawPath(path)


def _extent(column: str, pitch: float) -> float:
    pieces = tuple(_pieces(column))
    return sum(piece.length for piece in pieces) + (pitch - 1) * (len(pieces) - 1)


def _column(text: str, x: float, y: float, size: float, pitch: float) -> QPainterPath:
    path = QPainterPath()
    for piece in _pieces(text):
        if piece.way is not _Way.SPACE:
            path.addPath(_outline(piece, x, y, size))
        y += (piece.length + pitch - 1) * size
    return path


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECES.finditer(text):
        piece = match.group()
        if len(piece) > 1 and not (piece.isdigit() and len(piece) == 2):
            if piece.isdigit():
                yield from (_Piece(digit, _Way.UPRIGHT, 1) for digit in piece)
            else:
                yield _Piece(piece, _Way.TURNED, _width(piece) / _DRAWN + 0.1)
        else:
            yield _Piece(piece, _way(piece), 0.5 if piece.isspace() else 1)


def _way(piece: str) -> _Way:
    if piece.isspace():
        return _Way.SPACE
    if len(piece) == 2:
        return _Way.TOGETHER
    ways: Sequence[tuple[set[str], _Way]] = (
        (_TURNED, _Way.TURNED),
        (_POINTS, _Way.POINT),
        (_SMALL, _Way.SMALL),
    )
    return next((way for letters, way in ways if piece in letters), _Way.UPRIGHT)


def _font(text: str) -> QFont:
    font = QFont()
    font.setFamilies(LATIN_MINCHO if text[0].isalpha() and text.isascii() else MINCHO)
    font.setPixelSize(_DRAWN)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _width(text: str) -> float:
    return QFontMetricsF(_font(text)).horizontalAdvance(text)


def _outline(piece: _Piece, x: float, y: float, size: float) -> QPainterPath:
    """The outline of one piece, its cell beginning at x, y."""
    path = QPainterPath()
    width = _width(piece.text)
    path.addText(QPointF(-width / 2, (_BASELINE - 0.5) * _DRAWN), _font(piece.text), piece.text)
    scale = size / _DRAWN
    place = QTransform.fromTranslate(x + size / 2, y + piece.length * size / 2)
    match piece.way:
        case _Way.TURNED:
            place.rotate(90)
        case _Way.SMALL:
            place.translate(0.09 * size, -0.1 * size)
        case _Way.POINT:
            place.translate(0.62 * size, -0.62 * size)
        case _Way.TOGETHER:
            place.scale(min(1.0, _DRAWN / width), 1)
    return place.scale(scale, scale).map(path)
