"""A call number, drawn as the label on the spine that the patron will look for."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Scheme, TextSize
from kiosk.domain.titles import CallNumber
from kiosk.ui.covers.weaving import class_colour
from kiosk.ui.lettering.markup import plain
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.words.words import Words

_WIDTH, _BORDER, _RADIUS, _ROW, _LETTER, _RULE = 104, 3, 7, 31, 24, 1.5
_RULE_COLOUR = "#C9CFD4"
_PAPER, _DIMMED_PAPER, _INK = "#FFFFFF", "#F0ECE1", "#16202A"


class LabelSize(Enum):
    """How large a label is drawn, at the four text sizes; 1 is as wide as 104 px."""

    ROW = (1.0, 1.25, 1.5, 1.75)
    TITLE = (1.9, 1.9, 1.9, 2.0)
    STAFF = (3.2, 3.2, 3.2, 3.2)  # read from the other side of a counter

    def at(self, style: Style) -> float:
        scale: float = self.value[style.look.size]
        is_row = self is LabelSize.ROW
        if is_row and style.is_portrait and style.look.size is TextSize.STANDARD:
            return 1.15
        return scale


class SpineLabel(Part):
    """Three rows: class on its colour, author's mark, volume."""

    def __init__(
        self, words: Words, size: LabelSize = LabelSize.ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._size = size
        self._call_number = CallNumber("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_call_number(self, call_number: CallNumber) -> None:
        self._call_number = call_number
        said = self._words("Call number %(number)s", number=call_number)
        self.setAccessibleName(plain(said) if str(call_number) else "")
        if self.has_style:
            self.arrange(self.style_now)
        self.update()

    def arrange(self, style: Style) -> None:
        scale = self._size.at(style)
        self.setFixedSize(
            label_width(self._call_number, style, scale), round((3 * _ROW + 2 * _BORDER) * scale)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if str(self._call_number):
            with QPainter(self) as painter:
                box = QRectF(self.rect())
                paint_label(painter, box, self._call_number, self.style_now)


def label_width(call_number: CallNumber, style: Style, scale: float) -> int:
    """As wide as every label, or wider for a long number: nothing on it is cut."""
    font = style.font("cap", bold=True, numbers=True)
    font.setPixelSize(round(_LETTER * scale))
    rows = (call_number.ndc, call_number.mark, call_number.volume)
    longest = max(QFontMetricsF(font).horizontalAdvance(row) for row in rows)
    return round(max(_WIDTH * scale, longest + 20 * scale))


def paint_label(painter: QPainter, box: QRectF, call_number: CallNumber, style: Style) -> None:
    """Fill the box with the label; its height gives the size of the letters."""
    scale = box.height() / (3 * _ROW + 2 * _BORDER)
    colour = QColor(class_colour(call_number.main_class))
    paper = QColor(_DIMMED_PAPER if style.look.scheme is Scheme.DARK else _PAPER)
    ink, rule, head_ink = QColor(_INK), QColor(_RULE_COLOUR), QColor(_PAPER)
    if style.is_black_yellow:
        colour = ink = rule = style.colour("ink")
        paper = head_ink = style.colour("page")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = _BORDER * scale / 2
    frame = QPainterPath()
    radius = _RADIUS * scale
    frame.addRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)
    row = _ROW * scale
    top = box.top() + _BORDER * scale
    painter.fillPath(frame, paper)
    painter.save()
    painter.setClipPath(frame)
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), row + _BORDER * scale), colour)
    painter.restore()
    painter.setPen(QPen(rule, _RULE * scale))
    below = top + 2 * row
    painter.drawLine(QPointF(box.left() + 2 * half, below), QPointF(box.right() - 2 * half, below))
    painter.strokePath(frame, QPen(colour, _BORDER * scale))
    _paint_rows(painter, box, call_number, style, ink, head_ink)


def _paint_rows(
    painter: QPainter,
    box: QRectF,
    call_number: CallNumber,
    style: Style,
    ink: QColor,
    head_ink: QColor,
) -> None:
    scale = box.height() / (3 * _ROW + 2 * _BORDER)
    row, top = _ROW * scale, box.top() + _BORDER * scale
    font = style.font("cap", bold=True, numbers=True)
    font.setPixelSize(round(_LETTER * scale))
    painter.setFont(font)
    for at, text in enumerate((call_number.ndc, call_number.mark, call_number.volume)):
        painter.setPen(ink if at else head_ink)
        cell = QRectF(box.left(), top + at * row, box.width(), row)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
