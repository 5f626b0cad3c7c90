"""A field: what is being typed, a caret, a hint at the right, and how it stands."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lettering.fitted import SMALLEST, fitted
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part

_LETTER = 1.13  # of the role "title": 52 px at the standard size
_CARET = 5
_ICON = 44
_EDGE, _GAP = 28, 22
_HEIGHTS = (104, 112, 120, 128)
_BESIDE = Qt.AlignmentFlag.AlignVCenter


class FieldState(Enum):
    """fill, edge and width of the edge, as tokens and px."""

    REST = ("surface", "edge", 2)
    ACTIVE = ("surface", "accent", 5)
    ERROR = ("stopSoft", "stop", 5)
    DONE = ("okSoft", "edge", 2)


class Field(Part):
    """Shows a text; typing is the board's. A long text shows its end, where the caret is."""

    def __init__(
        self,
        icon: str | None = None,
        *,
        numbers: bool = False,
        heights: tuple[int, ...] = _HEIGHTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._is_numbers, self._heights = icon, numbers, heights
        self._text = self._placeholder = self._hint = ""
        self._hint_icon: str | None = None
        self.state = FieldState.REST
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # ---- being told
    def show_text(self, text: str) -> None:
        self._text = text
        self._tell()

    def show_placeholder(self, text: str) -> None:
        """What may be typed here, while nothing is."""
        self._placeholder = text
        self._tell()

    def show_hint(self, text: str, icon: str | None = None) -> None:
        self._hint, self._hint_icon = text, icon
        self._tell()

    def show_state(self, state: FieldState) -> None:
        self.state = state
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def _tell(self) -> None:
        self.setAccessibleName(plain(self._text or self._placeholder))
        self.setAccessibleDescription(plain(self._hint))
        self.update()

    # ---- what Qt asks
    def arrange(self, style: Style) -> None:
        self.setFixedHeight(self._heights[style.look.size])

    def sizeHint(self) -> QSize:
        return QSize(400, self._heights[0])

    # ---- painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self.style_now
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = self._paint_ground(painter, style)
            box = self._paint_sign(painter, box, style)
            left = self._paint_icon(painter, box, style)
            right = self._paint_hint(painter, box, left, style)
            self._paint_text(painter, QRectF(left, box.top(), right - left, box.height()), style)

    def _paint_ground(self, painter: QPainter, style: Style) -> QRectF:
        fill, edge, stroke = self.state.value
        if style.is_black_yellow:
            stroke = max(stroke, style.stroke("key_black_yellow"))
        half = stroke / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = style.radius("field")
        painter.setPen(QPen(style.colour(edge), stroke))
        painter.setBrush(style.colour(fill))
        painter.drawRoundedRect(box, radius - half, radius - half)
        return box.adjusted(_EDGE - stroke, 0, stroke - _EDGE, 0)

    def _paint_sign(self, painter: QPainter, box: QRectF, style: Style) -> QRectF:
        """✓ or × at the right end: the state is a sign too, not a colour alone."""
        signs = {FieldState.DONE: ("check", "ok"), FieldState.ERROR: ("x", "stop")}
        if self.state not in signs:
            return box
        name, ink = signs[self.state]
        px = style.grown(_ICON - 6)
        drawing = style.icon(name, px, style.colour(ink), 3)
        painter.drawPixmap(round(box.right() - px), round(box.center().y() - px / 2), drawing)
        return box.adjusted(0, 0, -px - _GAP, 0)

    def _paint_icon(self, painter: QPainter, box: QRectF, style: Style) -> float:
        if self._icon is None:
            return box.left()
        px = style.grown(_ICON)
        drawing = style.icon(self._icon, px, style.colour("accentText"), 2.3)
        painter.drawPixmap(round(box.left()), round(box.center().y() - px / 2), drawing)
        return box.left() + px + _GAP

    def _paint_hint(self, painter: QPainter, box: QRectF, left: float, style: Style) -> float:
        """The hint gives way to what is typed."""
        if not self._hint:
            return box.right()
        room = box.right() - left - self._typed_width(style) - 2 * _GAP
        icon = style.grown(34) + 12 if self._hint_icon else 0
        setting = fitted(self._hint, style, "cap", room - icon, box.height() - 16)
        if setting.width > room - icon or setting.height > box.height() - 8:
            return box.right()
        x = box.right() - setting.width
        words = QRectF(x, box.top(), setting.width, box.height())
        setting.paint(painter, words, Qt.AlignmentFlag.AlignLeft | _BESIDE, style.colour("ink2"))
        if self._hint_icon:
            drawing = style.icon(self._hint_icon, icon - 12, style.colour("ink2"))
            top = round(box.center().y() - (icon - 12) / 2)
            painter.drawPixmap(round(x - icon), top, drawing)
        return x - icon - _GAP

    def _typed_width(self, style: Style) -> float:
        return QFontMetricsF(self._font(style)).horizontalAdvance(self._shown())

    def _paint_text(self, painter: QPainter, box: QRectF, style: Style) -> None:
        if not self._text and self._placeholder:
            caret = self._paint_caret(painter, box, box.left(), style)
            placeholder = box.adjusted(caret, 0, 0, 0)
            said = fitted(
                self._placeholder, style, "lead", placeholder.width(), placeholder.height() - 8
            )
            left = Qt.AlignmentFlag.AlignLeft
            said.paint(painter, placeholder, left | _BESIDE, style.colour("ink2"))
            return
        shown, font = self._shown(), self._font(style)
        room = box.width() - _CARET - 8
        if self.state in (FieldState.REST, FieldState.DONE):
            font = _fitting(shown, font, room)
        width = QFontMetricsF(font).horizontalAdvance(shown)
        x = box.left() + min(0.0, room - width)
        painter.save()
        painter.setClipRect(box)
        painter.setFont(font)
        painter.setPen(style.colour("ink"))
        baseline = box.center().y() + 0.38 * font.pixelSize()
        painter.drawText(round(x), round(baseline), shown)
        painter.restore()
        self._paint_caret(painter, box, x + width + 4, style)

    def _paint_caret(self, painter: QPainter, box: QRectF, x: float, style: Style) -> float:
        """Only where the next letter will stand; gives the room that it takes."""
        if self.state not in (FieldState.ACTIVE, FieldState.ERROR):
            return 0
        high = 1.15 * self._font(style).pixelSize()
        caret = QRectF(x, box.center().y() - high / 2, _CARET, high)
        painter.fillRect(caret, style.colour("here"))
        return _CARET + 10

    def _shown(self) -> str:
        return self._text

    def _font(self, style: Style) -> QFont:
        font = style.font("title", numbers=self._is_numbers)
        font.setPixelSize(min(round(_LETTER * style.px("title")), round(0.6 * self.height())))
        return font


def _fitting(text: str, font: QFont, room: float) -> QFont:
    """What is done is shown whole, in smaller letters where it is long."""
    fitting = QFont(font)
    while QFontMetricsF(fitting).horizontalAdvance(text) > room:
        if fitting.pixelSize() <= SMALLEST:
            break
        fitting.setPixelSize(fitting.pixelSize() - 2)
    return fitting
