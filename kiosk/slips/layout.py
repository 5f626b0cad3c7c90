"""The blocks that slips are made of: head, title with its spine label, rows, sentences."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.titles import CallNumber, Whereabouts
from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.paper import (
    MARGIN,
    PAPER_DOTS,
    Block,
    DashedRule,
    Pasted,
    PastedAt,
    SideBySide,
    Space,
    Stacked,
)
from kiosk.slips.shape import draw_shape
from kiosk.slips.spine_label import draw_spine_label
from kiosk.slips.text import Row, Style, centred, from_left
from kiosk.words.furigana import Ruby, parse
from kiosk.words.listing import Listed

HEAD, TITLE, TEXT, NUMBER = 35, 48, 35, 42  # dots of the em
_SHAPE_GAP = 16  # dots between a shape and its word
_COLUMN_GAP = 24  # between the names of the rows and their values


class Layout:
    """Texts of ours may bear furigana; what is catalogued is taken as it stands."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def head(self, library: str, heading: str) -> list[Block]:
        return [
            Space(24),
            centred([Ruby(library)], self._style(HEAD, Face.BOLD)),
            Space(12),
            DashedRule(),
            Space(12),
            self.sentence(heading),
        ]

    def title(self, name: str, creator: str, call_number: CallNumber) -> list[Block]:
        """As catalogued: what stands in braces there is no furigana."""
        blocks: list[Block] = [
            Space(8),
            centred([Ruby(name)], self._style(TITLE, Face.BOLD)),
            centred([Ruby(creator)], self._style(TEXT)),
            Space(20),
        ]
        if str(call_number):
            blocks += [Pasted(draw_spine_label(call_number, self._fonts)), Space(20)]
        return blocks

    def rows(self, rows: Sequence[tuple[str, str]]) -> list[Block]:
        """What it is, and what holds; the values stand in one column."""
        names = self._style(TEXT)
        widest = max((sum(map(names.measure, parse(name))) for name, _ in rows), default=0)
        column = MARGIN + widest + _COLUMN_GAP
        return [self._row(parse(name), parse(value), column) for name, value in rows]

    def _row(self, name: Sequence[Ruby], value: Sequence[Ruby], column: int) -> Block:
        """The value below its name where one of its words is wider than the column."""
        names, values = self._style(TEXT), self._style(TEXT, Face.BOLD)
        words = [Ruby(word) for run in value for word in run.base.split() if word.isascii()]
        if max(map(values.measure, words), default=0) > PAPER_DOTS - MARGIN - column:
            below = from_left(value, values, MARGIN + _COLUMN_GAP)
            return Stacked((from_left(name, names, MARGIN), below))
        return Row(from_left(name, names, MARGIN), from_left(value, values, column))

    def sentence(self, text: str, *, is_bold: bool = False) -> Block:
        return centred(parse(text), self._style(TEXT, Face.BOLD if is_bold else Face.REGULAR))

    def state(self, whereabouts: Whereabouts, name: str) -> Block:
        """The shape and its word, together in the middle."""
        style, shape = self._style(TEXT, Face.BOLD), draw_shape(whereabouts)
        beside = shape.width + _SHAPE_GAP
        said = from_left(parse(name), style, MARGIN + beside)
        left = (PAPER_DOTS - beside - said.width) // 2
        return SideBySide(PastedAt(shape, left, shape.height), replace(said, left=left + beside))

    def room(self, name: str) -> list[Block]:
        """The heading over what stands in one room."""
        heading = from_left(parse(name), self._style(TEXT, Face.BOLD), MARGIN)
        return [Space(16), heading, DashedRule(), Space(10)]

    def listed(self, each: Listed) -> list[Block]:
        """One title of several: shape and shelf, call number, and the name as catalogued."""
        shape = draw_shape(each.whereabouts)
        left = MARGIN + shape.width + _SHAPE_GAP
        place = from_left(parse(each.place), self._style(TEXT, Face.BOLD), left)
        number = [Ruby(str(each.found.title.call_number))]
        name = from_left([Ruby(each.name)], self._style(TEXT), left)
        lines = (place, from_left(number, self._style(NUMBER, Face.BOLD_NUMBERS), left), name)
        said = Stacked(tuple(line for line in lines if line.lines))
        return [SideBySide(PastedAt(shape, MARGIN, shape.height), said), Space(14)]

    def number(self, number: str) -> Block:
        return centred([Ruby(number)], self._style(NUMBER, Face.NUMBERS))

    def _style(self, size: int, face: Face = Face.REGULAR) -> Style:
        return Style(self._fonts, size, face)
