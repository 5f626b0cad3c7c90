"""A sentence measured once, and broken into even lines of any width."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kiosk.ui.lettering.letters import Letters, measured
from kiosk.ui.lettering.markup import parse
from kiosk.ui.lettering.phrases import Atom, Joint, atoms

_LONGEST_UNBROKEN = 8  # letters of a phrase that a narrow column may demand on one line
_HALVINGS = 7

_Atoms = tuple[Atom, ...]


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


class Sentence:
    """Measures each phrase once; trying out widths is then mere addition."""

    def __init__(self, text: str, letters: Letters) -> None:
        self.letters = letters
        self._atoms = atoms(parse(text))
        self._known: dict[float | None, tuple[Line, ...]] = {}  # by the width that was asked for

    @cached_property
    def least_width(self) -> float:
        """Of the narrowest column in which no word and no short phrase is torn apart."""
        words = (atom for atom in self._atoms if len(atom.text) > 1 or atom.reading)
        widest_word = max((self._width((word,)) for word in words), default=self._one_letter)
        widest_phrase = max((width for _, width, _ in self._phrases), default=0)
        return max(widest_word, min(widest_phrase, _LONGEST_UNBROKEN * self.letters.px))

    def lines(self, width: float | None) -> tuple[Line, ...]:
        """Lines of at most this width, as even as they can be; None for no limit.

        Kept: a page that makes room asks for the same widths again and again.
        """
        if width not in self._known:
            self._known[width] = self._broken(width)
        return self._known[width]

    def _broken(self, width: float | None) -> tuple[Line, ...]:
        if not self._has_new_lines and (width is None or self._whole.width <= width):
            return (self._whole,) if self._atoms else ()
        room = float("inf") if width is None else width
        wrapped = self._wrap(room)
        is_torn = any(each > room for _, each, _ in self._phrases)
        if len(wrapped) > 1 and width is not None and not is_torn:
            wrapped = self._wrap(self._even_width(room, len(wrapped)))
        return tuple(self._set(line) for line in wrapped)

    @cached_property
    def _whole(self) -> Line:
        return self._set(self._atoms)

    @cached_property
    def _phrases(self) -> tuple[tuple[_Atoms, float, float], ...]:
        """Each phrase, its width, and that of the gap before it."""
        return self._measured(_split(self._atoms, Joint.PHRASE))

    @property
    def _has_new_lines(self) -> bool:
        return any(atom.joint is Joint.NEWLINE for atom in self._atoms)

    @property
    def _one_letter(self) -> float:
        return self.letters.px if self._atoms else 0

    def _measured(self, parts: Sequence[_Atoms]) -> tuple[tuple[_Atoms, float, float], ...]:
        return tuple((part, self._width(part), self._gap(part[0])) for part in parts)

    def _even_width(self, width: float, lines: int) -> float:
        """The narrowest width that needs no more lines."""
        low = max(width / lines / 2, *(each for _, each, _ in self._phrases))
        high = width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if len(self._wrap(middle)) <= lines:
                high = middle
            else:
                low = middle
        return high

    def _wrap(self, room: float) -> list[_Atoms]:
        lines: list[_Atoms] = []
        taken = 0.0
        for phrase, width, gap in self._phrases:
            is_new = not lines or phrase[0].joint is Joint.NEWLINE
            if not is_new and taken + gap + width <= room:
                lines[-1] = (*lines[-1], *phrase)
                taken += gap + width
            elif width <= room:
                lines.append(phrase)
                taken = width
            else:
                torn, taken = self._torn(phrase, room)
                lines += torn
        return lines

    def _torn(self, phrase: _Atoms, room: float) -> tuple[list[_Atoms], float]:
        """A phrase longer than a line, cut between letters where Japanese allows it."""
        lines: list[_Atoms] = []
        taken = 0.0
        for group, width, gap in self._measured(_groups(phrase)):
            if lines and taken + gap + width <= room:
                lines[-1] = (*lines[-1], *group)
                taken += gap + width
            else:
                lines.append(group)
                taken = width
        return lines, taken

    def _width(self, line: Sequence[Atom]) -> float:
        return self._set(line).width

    def _gap(self, atom: Atom) -> float:
        gap = _seen(atom.gap)
        return self.letters.width(gap, is_bold=atom.is_bold) if gap else 0

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
        width = self.letters.width(text, is_bold=like.is_bold)
        if like.reading:
            width = max(width, measured(like.reading, self.letters.ruby))
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
