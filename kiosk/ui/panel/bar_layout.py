"""Where the keys of the bar stand: one row in landscape, two in portrait."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from kiosk.ui.keys.button import Button
from kiosk.ui.keys.glyph_keys import MarkKey, SchemeKey, SizeKey, SizesKey
from kiosk.ui.keys.language_keys import LanguageKey, OtherLanguagesKey
from kiosk.ui.look.style import Style
from kiosk.ui.screen import BarKind

_HIGH_KEY = 112  # px, where the bar is 144 high
_LEAST_WIDTH = 150  # of a key with an icon and a word
_LEAST_WAY_OUT = 200
_LEAST_LANGUAGE = 132
_GROUPS_APART = 3  # gaps between two groups of keys, where there is room
_BOLDER = 2  # a step of space: while help is open, its word is bold
_FOOT = 14  # px above and below the rows of a portrait bar


@dataclass(frozen=True, slots=True)
class BarKeys:
    """Every key that a bar may show."""

    home: Button
    back: Button
    each_language: tuple[LanguageKey, ...]
    other_languages: OtherLanguagesKey
    language: Button  # one word: opens the panel of languages
    each_size: tuple[SizeKey, ...]
    sizes: SizesKey
    each_scheme: tuple[SchemeKey, ...]
    schemes: Button
    help: Button
    help_mark: MarkKey  # where the word has no room
    log_in: Button
    log_out: Button
    give_up: Button


@dataclass(frozen=True, slots=True)
class _Group:
    """Keys that stand close together."""

    keys: tuple[Button, ...]
    widths: tuple[int, ...]
    gap: int

    @property
    def width(self) -> int:
        return sum(self.widths) + self.gap * (len(self.widths) - 1)


@dataclass(frozen=True, slots=True)
class _Row:
    """Groups from left to right; room that is left over goes into the springs between them."""

    groups: tuple[_Group, ...]
    apart: int
    springs: tuple[int, ...]  # spring 0 stands behind group 0

    @property
    def needed(self) -> int:
        return sum(group.width for group in self.groups) + self.apart * (len(self.groups) - 1)


Places = dict[Button, QRect]


def arranged(keys: BarKeys, kind: BarKind, way_out: Button, style: Style, size: QSize) -> Places:
    """The place of each key that is seen; one word each where whole keys have no room."""
    room = size.width() - 2 * style.margin
    for is_short, apart, is_help_short in (
        (False, _GROUPS_APART * style.gap, False),
        (False, style.gap, False),
        (False, style.gap, True),
        (True, style.gap, False),
        (True, style.gap, True),
    ):
        if style.is_large and not is_short:
            continue
        shelf = _Shelf(keys, kind, way_out, style, is_short, is_help_short, apart, room)
        rows = tuple(shelf.rows())
        if all(row.needed <= room for row in rows):
            break
    high = _HIGH_KEY if style.is_large and not style.is_portrait else style.least_target
    places: Places = {}
    for row, top in zip(rows, _tops(len(rows), high, size.height()), strict=True):
        places |= _spread(row, QRect(style.margin, top, room, high))
    return places


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One way of arranging the bar, tried before it is used."""

    keys: BarKeys
    kind: BarKind
    way_out: Button
    style: Style
    is_short: bool
    is_help_short: bool
    apart: int
    room: int

    def rows(self) -> Iterator[_Row]:
        ways, looks = self._ways(), self._looks()
        out = (self._help(), self._of((self.way_out,), self._out_width))
        if self.style.is_portrait:
            yield from self._two_rows(ways, looks, out)
        elif self.is_short or not ways:
            groups = (*ways, *looks, *out)
            yield _Row(groups, self.apart, (len(groups) - 3,))
        else:
            yield _Row((*ways, *looks, *out), self.apart, (0, 3))

    def _two_rows(
        self, ways: tuple[_Group, ...], looks: tuple[_Group, ...], out: tuple[_Group, ...]
    ) -> Iterator[_Row]:
        gap = self.style.gap
        if self.kind is BarKind.HOME and not self.is_short:
            yield _Row((*looks[:1], self._help_mark()), gap, ())
            yield _Row((*looks[1:], *out[1:]), gap, (0, 1))
        elif self.is_short and self.is_help_short:
            yield _Row((*looks[1:], *looks[:1], *out[:1]), gap, (0, 1, 2))
            yield _Row((*ways, *out[1:]), gap, (0,) if ways else ())
        else:
            yield _Row((*looks[1:], *looks[:1]), gap, (0, 1))
            yield _Row((*ways, *out), gap, (0,))

    def _ways(self) -> tuple[_Group, ...]:
        if self.kind is BarKind.HOME:
            return ()
        keys = (self.keys.home, self.keys.back)
        return (self._of(keys, _LEAST_WIDTH, self.style.gap),)

    def _help(self) -> _Group:
        if self.is_help_short:
            return self._help_mark()
        wide = self.keys.help.sizeHint().width() + self.style.space(_BOLDER)
        return self._of((self.keys.help,), wide)

    def _help_mark(self) -> _Group:
        return self._of((self.keys.help_mark,))

    def _looks(self) -> tuple[_Group, ...]:
        """Languages, sizes, colours."""
        keys = self.keys
        if self.is_short:
            words = (keys.language, keys.sizes, keys.schemes)
            return tuple(self._of((key,), _LEAST_WIDTH) for key in words)
        return (self._languages(), self._of(keys.each_size), self._of(keys.each_scheme))

    def _languages(self) -> _Group:
        if self.kind is not BarKind.HOME:
            least = self._logout_width if self.style.is_portrait else 0
            return self._of((self.keys.other_languages,), least)
        each = self.keys.each_language
        if not self.style.is_portrait:
            widths = (max(key.minimumSizeHint().width(), _LEAST_LANGUAGE) for key in each)
            return _Group(each, tuple(widths), self.style.least_gap)
        gap = self.style.gap
        room = self.room - self._help_mark().width - gap * len(each)
        return _Group(each, (room // len(each),) * len(each), gap)

    def _of(self, keys: Sequence[Button], least_width: int = 0, gap: int | None = None) -> _Group:
        widths = tuple(max(key.sizeHint().width(), least_width) for key in keys)
        return _Group(tuple(keys), widths, self.style.least_gap if gap is None else gap)

    @property
    def _out_width(self) -> int:
        is_wide = self.way_out is self.keys.log_out or self.style.is_portrait
        return self._logout_width if is_wide else _LEAST_WAY_OUT

    @property
    def _logout_width(self) -> int:
        return int(self.style.component("logout_width"))


def _tops(rows: int, high: int, room: int) -> list[int]:
    return [(room - high + 2) // 2] if rows == 1 else [_FOOT, room - _FOOT - high]


def _spread(row: _Row, box: QRect) -> Places:
    places: Places = {}
    spare = (box.width() - row.needed) // max(1, len(row.springs))
    x = box.left()
    for at, group in enumerate(row.groups):
        if group is row.groups[-1]:
            x = box.right() + 1 - group.width
        for key, width in zip(group.keys, group.widths, strict=True):
            places[key] = QRect(x, box.top(), width, box.height())
            x += width + group.gap
        x += row.apart - group.gap + (spare if at in row.springs else 0)
    return places
