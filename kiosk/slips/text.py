"""Text on paper: in lines that fit, furigana above the kanji."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.lines import Line, break_lines
from kiosk.slips.paper import BLACK, INNER_DOTS, MARGIN, PAPER_DOTS
from kiosk.words.furigana import Ruby

LINE = 1.4  # height of a line, in sizes of its letters
LINE_WITH_READINGS = 1.75
READING = 0.5  # size of furigana, in sizes of their base
_ASCENT = 0.88  # of the letters' box, above the baseline


@dataclass(frozen=True, slots=True)
class Style:
    fonts: Fonts
    size: int
    face: Face = Face.REGULAR

    def measure(self, run: Ruby) -> int:
        """As wide as the base or its reading, whichever is wider."""
        base = self.fonts.width(run.base, self.face, self.size)
        return max(base, self.reading_width(run))

    def reading_width(self, run: Ruby) -> int:
        return self.fonts.width(run.reading or "", Face.REGULAR, self.reading_size)

    @property
    def reading_size(self) -> int:
        return round(self.size * READING)

    def line_height(self, lines: Sequence[Line]) -> int:
        has_readings = any(run.reading for line in lines for run in line)
        return round(self.size * (LINE_WITH_READINGS if has_readings else LINE))


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one style, drawn from a left edge or around the middle of the paper."""

    lines: tuple[Line, ...]
    style: Style
    left: int | None = None  # None: each line in the middle

    @property
    def height(self) -> int:
        return self.style.line_height(self.lines) * len(self.lines)

    @property
    def width(self) -> int:
        """Of the longest line."""
        return max((sum(map(self.style.measure, line)) for line in self.lines), default=0)

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        for line in self.lines:
            width = sum(self.style.measure(run) for run in line)
            left = (PAPER_DOTS - width) // 2 if self.left is None else self.left
            self._draw_line(paper, line, left, top)
            top += self.style.line_height(self.lines)

    def _draw_line(self, paper: ImageDraw.ImageDraw, line: Line, left: int, top: int) -> None:
        size = self.style.size
        box = top + self.style.line_height(self.lines) - round(size * (1 + (LINE - 1) / 2))
        for run in line:
            width = self.style.measure(run)
            base = self.style.fonts.width(run.base, self.style.face, size)
            at = (left + (width - base) // 2, box + round(size * _ASCENT))
            write(paper, at, run.base, self.style)
            if run.reading is not None:
                over = left + (width - self.style.reading_width(run)) // 2
                small = Style(self.style.fonts, self.style.reading_size)
                write(paper, (over, box - round(size * 0.06)), run.reading, small)
            left += width


def write(
    paper: ImageDraw.ImageDraw, at: tuple[int, int], text: str, style: Style, fill: int = BLACK
) -> None:
    """One run of text on its baseline."""
    left: float = at[0]
    for font, run in style.fonts.runs(text, style.face, style.size):
        paper.text((round(left), at[1]), run, font=font, fill=fill, anchor="ls")
        left += font.getlength(run)


def centred(runs: Sequence[Ruby], style: Style) -> Lines:
    return Lines(tuple(break_lines(runs, INNER_DOTS, style.measure)), style)


def from_left(runs: Sequence[Ruby], style: Style, left: int) -> Lines:
    width = PAPER_DOTS - MARGIN - left
    return Lines(tuple(break_lines(runs, width, style.measure)), style, left)


@dataclass(frozen=True, slots=True)
class Row:
    """What it is at the left, and what holds for this slip at the right of it."""

    name: Lines
    value: Lines

    @property
    def height(self) -> int:
        return max(self.name.height, self.value.height)

    def draw(self, paper: ImageDraw.ImageDraw, top: int) -> None:
        first = self.value.style.line_height(self.value.lines)
        name = self.name.style.line_height(self.name.lines)
        self.name.draw(paper, top + max(0, first - name))
        self.value.draw(paper, top + max(0, name - first))
