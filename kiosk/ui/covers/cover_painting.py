"""A woven cover, painted: cloth, pattern, 題簽, author, hinge."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.covers import across_text, vertical_text
from kiosk.ui.covers.cover_papers import HINGE, Paper, paper_of
from kiosk.ui.covers.weaving import PAPER, Place, Weave, tile

_AUTHOR_FROM_WIDTH = 180
_SMALLEST_AUTHOR = 24
_THREAD = 1.0526  # width of a line of the pattern: 1/95 of the cover
_YELLOW, _DIM, _BLACK = "#FFE94D", "#8A7E2A", "#000000"


class _Dress(NamedTuple):
    """The colours of one cover in one scheme."""

    cloth: str
    thread: str
    paper: str
    ink: str
    plate: str
    plate_ink: str


@lru_cache(maxsize=300)
def picture(weave: Weave, width: int, height: int, *, is_line_drawing: bool) -> QImage:
    """The cover in the size wanted; in two colours for black-yellow."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dress = _dress(weave, is_line_drawing=is_line_drawing)
    if weave.is_square:
        side = min(width, height)
        _paint_disc(painter, QRectF(0, height - side, side, side), weave, dress)
    else:
        _paint_book(painter, QRectF(0, 0, width, height), weave, dress)
    if is_line_drawing:
        side_top = height - min(width, height) if weave.is_square else 0
        painter.setPen(QPen(QColor(_YELLOW), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1.5, side_top + 1.5, width - 3, height - side_top - 3))
    painter.end()
    return image


def _dress(weave: Weave, *, is_line_drawing: bool) -> _Dress:
    if is_line_drawing:
        return _Dress(_BLACK, _DIM, _YELLOW, _BLACK, _BLACK, _YELLOW)
    return _Dress(weave.cloth, weave.thread, weave.paper, weave.ink, weave.plate, PAPER)


def _paint_book(painter: QPainter, box: QRectF, weave: Weave, dress: _Dress) -> None:
    _weave_cloth(painter, box, weave, dress)
    paper = paper_of(box, weave)
    _paste(painter, paper, dress)
    if weave.is_across:
        across_text.paint(painter, paper.letters, weave.name, QColor(dress.ink), paper.largest)
    else:
        setting = vertical_text.fit(
            weave.name, paper.letters.width(), paper.letters.height(), largest=paper.largest
        )
        top = paper.at_top and len(weave.name) > 3
        vertical_text.paint(painter, paper.letters, setting, QColor(dress.ink), at_top=top)
    if box.width() >= _AUTHOR_FROM_WIDTH and weave.creator:
        _paint_author(painter, box, weave, dress)
    _fold(painter, box, at_left=weave.is_across)


def _weave_cloth(painter: QPainter, box: QRectF, weave: Weave, dress: _Dress) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dress.cloth))
    radius = min(4.0, box.width() / 40)
    painter.drawRoundedRect(box, radius, radius)
    repeat = _tile(weave, dress, box.width())
    painter.drawTiledPixmap(box.toRect(), repeat, QPoint(0, 0))


def cloth(weave: Weave, width: float) -> QPixmap:
    """One repeat of the cloth of a cover as wide as this, for other things of the same cloth."""
    dress = _dress(weave, is_line_drawing=False)
    pattern = _tile(weave, dress, width)
    piece = QPixmap(pattern.size())
    piece.fill(QColor(dress.cloth))
    with QPainter(piece) as painter:
        painter.drawPixmap(0, 0, pattern)
    return piece


def _tile(weave: Weave, dress: _Dress, width: float) -> QPixmap:
    svg = tile(weave.main_class).replace("#FFF", dress.thread).replace("#000", dress.cloth)
    line = _THREAD / weave.unit
    for told, part in (("2", 1.0), ("1.2", 0.6)):
        svg = svg.replace(f'stroke-width="{told}"', f'stroke-width="{line * part:.2f}"')
    renderer = QSvgRenderer(svg.encode())
    size = renderer.viewBoxF().size() * (weave.unit * width / 100)
    repeat = QPixmap(max(2, round(size.width())), max(2, round(size.height())))
    repeat.fill(Qt.GlobalColor.transparent)
    with QPainter(repeat) as weaver:
        weaver.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(weaver)
    return repeat


def _paste(painter: QPainter, paper: Paper, dress: _Dress) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dress.paper))
    painter.drawRoundedRect(paper.rect, paper.radius, paper.radius)
    if not paper.has_frame:
        return
    inner = 0.065 * min(paper.rect.width(), paper.rect.height())
    colour = QColor(dress.ink)
    colour.setAlphaF(0.55)
    painter.setPen(QPen(colour, max(0.8, paper.rect.width() / 53)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(paper.rect.adjusted(inner, inner, -inner, -inner))


def _paint_author(painter: QPainter, box: QRectF, weave: Weave, dress: _Dress) -> None:
    size = max(_SMALLEST_AUTHOR, 0.1 * box.width())
    if weave.is_across:
        place = QRectF(0.16 * box.width(), 0.78 * box.height(), 0.74 * box.width(), size * 1.5)
        across_text.paint_plate(painter, place, weave.creator, dress.plate, dress.plate_ink, size)
        return
    if weave.place in (Place.CENTRE, Place.WINDOW):
        return
    name = weave.creator
    pad = 0.03 * box.width()
    long = vertical_text.length(name) * size + 2 * pad
    if long > 0.62 * box.height():
        return  # the same words stand beside the cover
    x = (0.1 if weave.place is Place.RIGHT else 0.686) * box.width()
    plate = QRectF(x, 0.93 * box.height() - long, size * 1.1 + 0.024 * box.width(), long)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dress.plate))
    painter.drawRoundedRect(plate, 3, 3)
    setting = vertical_text.Setting((name,), size)
    vertical_text.paint(painter, plate, setting, QColor(dress.plate_ink), pitch=1.0)


def _fold(painter: QPainter, box: QRectF, *, at_left: bool) -> None:
    """The hinge: where the cover bends when the book is opened."""
    wide = HINGE * box.width()
    x = box.left() if at_left else box.right() - wide
    crease = x + wide if at_left else x - 1
    painter.fillRect(QRectF(x, box.top(), wide, box.height()), QColor(0, 0, 0, 56))
    painter.fillRect(QRectF(crease, box.top(), 1.2, box.height()), QColor(255, 255, 255, 64))


def _paint_disc(painter: QPainter, box: QRectF, weave: Weave, dress: _Dress) -> None:
    """The square of a CD: the same cloth around a centre hole, its title on a slip."""
    _weave_cloth(painter, box, weave, dress)
    side = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    for part, colour in ((0.2, dress.paper), (0.08, dress.cloth)):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(
            QPointF(box.center()) + QPointF(0.12 * side, 0), part * side, part * side
        )
    paper = paper_of(box, weave)
    _paste(painter, paper, dress)
    setting = vertical_text.fit(
        weave.name, paper.letters.width(), paper.letters.height(), largest=paper.largest
    )
    vertical_text.paint(painter, paper.letters, setting, QColor(dress.ink))
