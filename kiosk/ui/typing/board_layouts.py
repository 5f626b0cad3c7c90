"""Where each key of the board stands, as data: cells of a grid of ten columns and seven rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum, auto

from kiosk.ui.typing.kana import Mode, katakana

COLUMNS = 10
ROWS = 7
_KANA = (
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "や ゆ よ",
    "らりるれろ",
    "わ を ん",
)
_LATIN = ("1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm-.,", ":;!?&/+()")
_NUMBERS = ("123", "456", "789", "X0-")
_ADDRESS = ("1234567890", "qwertyuiop", "asdfghjkl_", "zxcvbnm-.@")
# Where most addresses of Japan end: free mailboxes, then those of the telephone companies.
_DOMAINS = (
    ("@gmail.com", "@yahoo.co.jp", "@icloud.com"),
    ("@docomo.ne.jp", "@ezweb.ne.jp", "@softbank.ne.jp"),
)


class Act(StrEnum):
    """What a key does."""

    TYPE = auto()
    END = auto()  # of an address: takes the place of whatever stands after the @
    VOICE = auto()
    HALF_VOICE = auto()
    SHRINK = auto()
    CAPITALS = auto()
    SPACE = auto()
    ERASE = auto()
    ERASE_ALL = auto()
    MODE = auto()
    ORDER = auto()
    SEARCH = auto()


class Look(StrEnum):
    """How a key stands out: the head of a kana row, what works on the text, the one action."""

    PLAIN = auto()
    HEAD = auto()
    WORKING = auto()
    SELECTED = auto()
    PRIMARY = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key stands, in cells; the numbers of the pad are higher than one."""

    column: float
    row: float
    width: float = 1
    height: float = 1


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """One key: what it types or does, and where it stands."""

    spot: Spot
    act: Act = Act.TYPE
    glyph: str = ""  # what is typed and shown; "" where words stand on the key
    look: Look = Look.PLAIN
    mode: Mode | None = field(default=None)


def plan(mode: Mode, *, is_across: bool = False, is_capital: bool = False) -> tuple[KeyPlan, ...]:
    """All keys of the board.

    is_across: the kana run from left to right, a row for each of あいうえお, instead of
    downward from the right.
    """
    letters: Iterable[KeyPlan]
    if mode is Mode.LATIN:
        letters = _latin(is_capital=is_capital)
    elif mode is Mode.NUMBERS:
        letters = _numbers()
    else:
        letters = _kana(mode, is_across=is_across)
    return (*letters, *_working_row(mode), *_mode_row(mode))


def plan_address() -> tuple[KeyPlan, ...]:
    """For an e-mail address: small letters, the signs in one, and its end in one touch."""
    keys = []
    for row, glyphs in enumerate(_ADDRESS):
        for column, glyph in enumerate(glyphs):
            look = Look.PLAIN if glyph.isalpha() else Look.HEAD
            keys.append(KeyPlan(Spot(column, row), glyph=glyph, look=look))
    for row, ends in enumerate(_DOMAINS, len(_ADDRESS)):
        wide = COLUMNS / len(ends)
        for column, end in enumerate(ends):
            keys.append(KeyPlan(Spot(column * wide, row, wide), Act.END, end, Look.WORKING))
    row = ROWS - 1
    return (
        *keys,
        KeyPlan(Spot(0, row, 3), Act.ERASE_ALL, look=Look.WORKING),
        KeyPlan(Spot(3, row, 3), Act.ERASE, look=Look.WORKING),
        KeyPlan(Spot(6, row, 4), Act.SEARCH, look=Look.PRIMARY),
    )


def _kana(mode: Mode, *, is_across: bool) -> Iterator[KeyPlan]:
    for group, kana in enumerate(_KANA):
        for step, glyph in enumerate(kana):
            if glyph == " ":
                continue
            if is_across:
                spot = Spot(step + 5 * (group // 5), group % 5)
            else:
                spot = Spot(COLUMNS - 1 - group, step)
            shown = katakana(glyph) if mode is Mode.KATAKANA else glyph
            yield KeyPlan(spot, glyph=shown, look=Look.PLAIN if step else Look.HEAD)


def _latin(*, is_capital: bool) -> Iterator[KeyPlan]:
    for row, glyphs in enumerate(_LATIN):
        for column, glyph in enumerate(glyphs):
            shown = glyph.upper() if is_capital else glyph
            look = Look.HEAD if row == 0 else Look.PLAIN
            yield KeyPlan(Spot(column, row), glyph=shown, look=look)


def _numbers() -> Iterator[KeyPlan]:
    """A telephone's order, in the middle of the board, each key two columns wide."""
    for row, glyphs in enumerate(_NUMBERS):
        for column, glyph in enumerate(glyphs):
            yield KeyPlan(Spot(2 + 2 * column, row * 1.25, 2, 1.25), glyph=glyph)


def _working_row(mode: Mode) -> Iterator[KeyPlan]:
    row = 5
    yield KeyPlan(Spot(0, row, 2), Act.ERASE_ALL, look=Look.WORKING)
    if mode in (Mode.HIRAGANA, Mode.KATAKANA):
        yield KeyPlan(Spot(2, row), glyph="ー", look=Look.WORKING)
        yield KeyPlan(Spot(3, row), Act.SHRINK, "小", Look.WORKING)
        yield KeyPlan(Spot(4, row), Act.HALF_VOICE, "゜", Look.WORKING)
        yield KeyPlan(Spot(5, row), Act.VOICE, "゛", Look.WORKING)
    elif mode is Mode.LATIN:
        yield KeyPlan(Spot(2, row, 4), Act.CAPITALS, look=Look.WORKING)
    yield KeyPlan(Spot(6, row, 2), Act.SPACE, look=Look.WORKING)
    yield KeyPlan(Spot(8, row, 2), Act.ERASE, look=Look.WORKING)


def _mode_row(mode: Mode) -> Iterator[KeyPlan]:
    row = 6
    for column, each in enumerate(Mode):
        look = Look.SELECTED if each is mode else Look.WORKING
        yield KeyPlan(Spot(column, row), Act.MODE, each.value, look, each)
    if mode in (Mode.HIRAGANA, Mode.KATAKANA):
        yield KeyPlan(Spot(4, row, 2), Act.ORDER, look=Look.WORKING)
    yield KeyPlan(Spot(6, row, 4), Act.SEARCH, look=Look.PRIMARY)
