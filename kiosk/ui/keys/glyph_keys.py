"""Keys with one letter as their picture: the sizes and the colours, each showing itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Scheme, TextSize
from kiosk.events import Event, SchemeChosen, TextSizeChosen
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face
from kiosk.ui.lettering.markup import plain

_GLYPH_PX = {
    TextSize.STANDARD: 26,
    TextSize.LARGE: 34,
    TextSize.LARGER: 42,
    TextSize.LARGEST: 52,
}
_SCHEME_GLYPH_PX = 34
_MARK_PX = 44
_BOTH_SIZES_PX = (36, 64)
_BOTH_SIZES_WIDTH = 150
_SELECTED_RING = 5
_EM_TOP = 0.88


class GlyphKey(Button):
    """A key with one letter as its picture, and a name that only a screen reader says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="label", parent=parent)
        self._glyph = ""

    def show_glyph(self, glyph: str, name: str) -> None:
        self._glyph = glyph
        self.setAccessibleName(plain(name))
        self.update()

    def sizeHint(self) -> QSize:
        least = self.style_now.least_target if self.has_style else 0
        return QSize(least, least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, _width: int) -> int:
        return self.sizeHint().height()

    def _tell(self) -> None:
        self.update()

    def glyph_font(self, px: int) -> QFont:
        font = self.style_now.font("label", bold=True)
        font.setPixelSize(px)
        return font

    def paint_tick(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """What is chosen, where colours cannot say it."""
        if self.is_on and self.style_now.is_black_yellow:
            tick = self.style_now.icon("check", 20, ink, 4)
            painter.drawPixmap(round(box.left()) + 5, round(box.top()) + 4, tick)


class SizeKey(GlyphKey):
    """あ in the size that it offers."""

    def __init__(self, size: TextSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_offered = size
        self.says = TextSizeChosen(size)

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        font = self.glyph_font(_GLYPH_PX[self.size_offered])
        paint_glyph(painter, box, self._glyph, font, shown.ink)
        self.paint_tick(painter, box, shown.ink)


class SchemeKey(GlyphKey):
    """あ on the ground that it offers."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme_offered = scheme
        self.says = SchemeChosen(scheme)

    def face(self) -> Face:
        plain = super().face()
        style = self.style_now
        edge = style.colour("edge" if self.isDown() else "edge_soft")
        return Face(
            fill=style.colour("page", self.scheme_offered),
            edge=style.colour("accent") if self.is_on else edge,
            lip_colour=style.colour("accent" if self.is_on else "edge"),
            ink=style.colour("ink", self.scheme_offered),
            ink2=style.colour("ink", self.scheme_offered),
            stroke=_SELECTED_RING if self.is_on else plain.stroke,
            lip=plain.lip,
            radius=plain.radius,
            is_pressed=plain.is_pressed,
        )

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        if self.is_on:
            painter.setPen(QPen(self.style_now.colour("surface"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        paint_glyph(painter, box, self._glyph, self.glyph_font(_SCHEME_GLYPH_PX), shown.ink)
        self.paint_tick(painter, box, shown.ink)


class MarkKey(GlyphKey):
    """A mark as large as a key bears, where its word has no room."""

    def __init__(self, parent: QWidget | None = None, says: Event | None = None) -> None:
        super().__init__(parent)
        self.says = says

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        paint_glyph(painter, box, self._glyph, self.glyph_font(_MARK_PX), shown.ink)


class SizesKey(GlyphKey):
    """A small and a large あ: opens the panel of sizes."""

    def sizeHint(self) -> QSize:
        return QSize(_BOTH_SIZES_WIDTH, super().sizeHint().height())

    def paint_words(self, painter: QPainter, box: QRectF, shown: Face) -> None:
        fonts = [self.glyph_font(min(px, round(box.height() * 0.7))) for px in _BOTH_SIZES_PX]
        widths = [QFontMetricsF(font).horizontalAdvance(self._glyph) for font in fonts]
        x = box.center().x() - (sum(widths) + 8) / 2
        baseline = box.center().y() + 0.36 * fonts[1].pixelSize()
        painter.setPen(shown.ink)
        for font, width in zip(fonts, widths, strict=True):
            painter.setFont(font)
            painter.drawText(round(x), round(baseline), self._glyph)
            x += width + 8


def paint_glyph(painter: QPainter, box: QRectF, glyph: str, font: QFont, ink: QColor) -> None:
    """A letter in the middle of a box, by its em and not by its font's line."""
    painter.setFont(font)
    painter.setPen(ink)
    width = QFontMetricsF(font).horizontalAdvance(glyph)
    px = font.pixelSize()
    baseline = box.center().y() - px / 2 + _EM_TOP * px
    painter.drawText(round(box.center().x() - width / 2), round(baseline), glyph)
