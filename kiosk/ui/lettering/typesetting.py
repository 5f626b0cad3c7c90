"""A sentence set in lines, painted in line boxes of fixed height."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.ui.lettering.letters import EM_TOP, RUBY_FOOT, Letters, letters_of, measured
from kiosk.ui.lettering.sentence import Line, Piece, Sentence

__all__ = [
    "Letters",
    "Line",
    "Piece",
    "Sentence",
    "Setting",
    "letters_of",
    "set_sentence",
    "set_text",
]


@dataclass(frozen=True, slots=True)
class Setting:
    """A text in lines, ready to be painted."""

    letters: Letters
    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0)

    @property
    def overhang(self) -> int:
        """Room above the first line box for readings, where there are any."""
        has_reading = self.lines and any(piece.reading for piece in self.lines[0].pieces)
        return self.letters.overhang if has_reading else 0

    @property
    def height(self) -> int:
        return len(self.lines) * self.letters.line + self.overhang

    def paint(self, painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, ink: QColor) -> None:
        """Paint the lines in the middle of the box's height, or at its top or bottom."""
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(ink)
        lines_high = len(self.lines) * self.letters.line
        top = box.top() + _above(box.height() - lines_high, self.overhang, align)
        px, high = self.letters.px, self.letters.line
        for at, line in enumerate(self.lines):
            x = box.left() + _before(box.width() - line.width, align)
            baseline = top + at * high + (high - px) / 2 + EM_TOP * px
            self._paint_line(painter, line, QPointF(x, baseline))

    def _paint_line(self, painter: QPainter, line: Line, at: QPointF) -> None:
        for piece in line.pieces:
            font = self.letters.font(is_bold=piece.is_bold)
            shift = (piece.width - measured(piece.text, font)) / 2 if piece.reading else 0
            painter.setFont(font)
            painter.drawText(at + QPointF(piece.x + shift, 0), piece.text)
            if piece.reading:
                above = (piece.width - measured(piece.reading, self.letters.ruby)) / 2
                painter.setFont(self.letters.ruby)
                foot = QPointF(piece.x + above, -RUBY_FOOT * self.letters.px)
                painter.drawText(at + foot, piece.reading)


def set_text(text: str, letters: Letters, width: float | None = None) -> Setting:
    """Set a sentence in lines of at most this width, as even as they can be."""
    return set_sentence(Sentence(text, letters), width)


def set_sentence(sentence: Sentence, width: float | None = None) -> Setting:
    """The same for a sentence that is kept, and asked for more than one width."""
    return Setting(sentence.letters, sentence.lines(width))


def _above(spare: float, overhang: int, align: Qt.AlignmentFlag) -> float:
    if align & Qt.AlignmentFlag.AlignTop:
        return overhang
    if align & Qt.AlignmentFlag.AlignBottom:
        return max(spare, overhang)
    return max(spare / 2, min(overhang, spare))


def _before(spare: float, align: Qt.AlignmentFlag) -> float:
    if align & Qt.AlignmentFlag.AlignRight:
        return spare
    if align & Qt.AlignmentFlag.AlignHCenter:
        return spare / 2
    return 0
