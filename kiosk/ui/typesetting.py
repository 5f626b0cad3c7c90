"""A sentence set in lines: measured, balanced, and painted in line boxes of fixed height."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.domain.looks import Language
from kiosk.ui.markup import parse
from kiosk.ui.phrases import Atom, Joint, atoms
from kiosk.ui.style import Style

_RUBY = 0.5  # of the letter below
_EM_TOP = 0.88  # from the baseline, parts of the letter
_RUBY_FOOT = 0.84  # the reading stands on this height above the baseline
_RUBY_TOP = _RUBY_FOOT + _RUBY * _EM_TOP  # its highest stroke
_LONGEST_UNBROKEN = 8  # letters of a phrase that a narrow column may demand on one line
_HALVINGS = 7


@dataclass(frozen=True)
class Letters:
    """The fonts of one text and the height of its line box."""

    regular: QFont
    bold: QFont
    ruby: QFont
    px: int
    line: int

    @property
    def overhang(self) -> int:
        """How far a reading in the first line reaches above its line box."""
        return max(0, round(_RUBY_TOP * self.px - ((self.line - self.px) / 2 + _EM_TOP * self.px)))

    def font(self, *, is_bold: bool) -> QFont:
        return self.bold if is_bold else self.regular


def letters_of(
    style: Style,
    role: str,
    *,
    bold: bool = False,
    numbers: bool = False,
    literary: bool = False,
    language: Language | None = None,
    line: int | None = None,
) -> Letters:
    """The letters of a role.

    language: another than the screen's, as of a title in Japanese; line: another height of
    the line box than the role's own.
    """

    def font(*, is_bold: bool) -> QFont:
        return style.font(role, bold=is_bold, numbers=numbers, literary=literary, language=language)

    ruby = style.font(role, language=language)
    ruby.setPixelSize(max(1, round(_RUBY * style.px(role))))
    return Letters(
        font(is_bold=bold), font(is_bold=True), ruby, style.px(role), line or style.line(role)
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters painted in one go."""

    text: str
    reading: str | None
    is_bold: bool
    x: float  # from the line's beginning
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


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
            baseline = top + at * high + (high - px) / 2 + _EM_TOP * px
            self._paint_line(painter, line, QPointF(x, baseline))

    def _paint_line(self, painter: QPainter, line: Line, at: QPointF) -> None:
        for piece in line.pieces:
            font = self.letters.font(is_bold=piece.is_bold)
            shift = (piece.width - _width(piece.text, font)) / 2 if piece.reading else 0
            painter.setFont(font)
            painter.drawText(at + QPointF(piece.x + shift, 0), piece.text)
            if piece.reading:
                above = (piece.width - _width(piece.reading, self.letters.ruby)) / 2
                painter.setFont(self.letters.ruby)
                foot = QPointF(piece.x + above, -_RUBY_FOOT * self.letters.px)
                painter.drawText(at + foot, piece.reading)


def set_text(text: str, letters: Letters, width: float | None = None) -> Setting:
    """Set a sentence in lines of at most this width, as even as they can be."""
    sentence = _Sentence(atoms(parse(text)), letters)
    return Setting(letters, sentence.lines(width))


def least_width(text: str, letters: Letters) -> float:
    """The narrowest column in which no word and no short phrase is torn apart."""
    sentence = _Sentence(atoms(parse(text)), letters)
    longest = _LONGEST_UNBROKEN * letters.px
    words = max((sentence.width((atom,)) for atom in sentence.atoms), default=0)
    phrases = max(sentence.widths, default=0)
    return max(words, min(phrases, longest))


class _Sentence:
    """Measures each phrase once; trying out widths is then mere addition."""

    def __init__(self, sentence: Sequence[Atom], letters: Letters) -> None:
        self._letters = letters
        self.atoms = tuple(sentence)
        self.phrases = tuple(_split(sentence, Joint.PHRASE))
        self.widths = [self.width(phrase) for phrase in self.phrases]
        self._gaps = [self._gap(phrase[0]) for phrase in self.phrases]

    def lines(self, width: float | None) -> tuple[Line, ...]:
        room = float("inf") if width is None else width
        wrapped = self._wrap(room)
        if len(wrapped) > 1 and width is not None:
            wrapped = self._wrap(self._even_width(room, len(wrapped)))
        return tuple(self._set(line) for line in wrapped)

    def width(self, line: Sequence[Atom]) -> float:
        return self._set(line).width

    def _even_width(self, width: float, lines: int) -> float:
        """The narrowest width that needs no more lines and tears no more phrases."""
        widest_phrase = max((w for w in self.widths if w <= width), default=0)
        low, high = max(widest_phrase, width / lines / 2), width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if len(self._wrap(middle)) <= lines:
                high = middle
            else:
                low = middle
        return high

    def _wrap(self, room: float) -> list[tuple[Atom, ...]]:
        lines: list[tuple[Atom, ...]] = []
        taken = 0.0
        for phrase, width, gap in zip(self.phrases, self.widths, self._gaps, strict=True):
            is_new = not lines or phrase[0].joint is Joint.NEWLINE
            if not is_new and taken + gap + width <= room:
                lines[-1] = (*lines[-1], *phrase)
                taken += gap + width
            elif width <= room:
                lines.append(phrase)
                taken = width
            else:
                lines += self._torn(phrase, room)
                taken = self.width(lines[-1])
        return lines

    def _torn(self, phrase: tuple[Atom, ...], room: float) -> list[tuple[Atom, ...]]:
        """A phrase longer than a line, cut between letters where Japanese allows it."""
        groups = _groups(phrase)
        lines = [groups[0]]
        for group in groups[1:]:
            together = (*lines[-1], *group)
            if self.width(together) <= room:
                lines[-1] = together
            else:
                lines.append(group)
        return lines

    def _gap(self, atom: Atom) -> float:
        return _width(_seen(atom.gap), self._letters.font(is_bold=atom.is_bold))

    def _set(self, line: Sequence[Atom]) -> Line:
        pieces: list[Piece] = []
        x = 0.0
        for group in _same_letters(line):
            first = group[0]
            x += self._gap(first) if pieces else 0
            rest = (_seen(atom.gap) + atom.text for atom in group[1:])
            piece = self._piece("".join((first.text, *rest)), first, x)
            pieces.append(piece)
            x += piece.width
        return Line(tuple(pieces), x)

    def _piece(self, text: str, like: Atom, x: float) -> Piece:
        width = _width(text, self._letters.font(is_bold=like.is_bold))
        if like.reading:
            width = max(width, _width(like.reading, self._letters.ruby))
        return Piece(text, like.reading, like.is_bold, x, width)


def _same_letters(line: Sequence[Atom]) -> list[list[Atom]]:
    """Neighbours in one weight are painted together; what has a reading, alone."""

    def look(numbered: tuple[int, Atom]) -> tuple[bool, int]:
        at, atom = numbered
        return atom.is_bold, at if atom.reading else -1

    return [[atom for _, atom in group] for _, group in groupby(enumerate(line), key=look)]


def _seen(gap: str) -> str:
    return gap.replace("\u200b", "")


def _groups(phrase: Sequence[Atom]) -> list[tuple[Atom, ...]]:
    """Letters that stay together; the last two groups too, so that none ends alone."""
    groups = _split(phrase, Joint.LETTER)
    if len(groups) > 2 and len(groups[-1]) == 1:
        groups[-2:] = [(*groups[-2], *groups[-1])]
    return groups


def _split(sentence: Sequence[Atom], joint: Joint) -> list[tuple[Atom, ...]]:
    parts: list[list[Atom]] = []
    for atom in sentence:
        if parts and atom.joint < joint:
            parts[-1].append(atom)
        else:
            parts.append([atom])
    return [tuple(part) for part in parts]


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


def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
