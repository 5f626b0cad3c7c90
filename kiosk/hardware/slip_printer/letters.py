"""A slip in the printer's own letters: Shift_JIS, the number's bars, and the QR code as dots."""

from collections.abc import Iterator

from PIL import Image

from kiosk.domain.slips import Slip
from kiosk.hardware.slip_printer import commands
from kiosk.hardware.slip_printer.raster import Strip, strips
from kiosk.slips.lines import break_lines
from kiosk.slips.paper import WHITE
from kiosk.slips.qr import draw_qr
from kiosk.words.furigana import Ruby

HALF_WIDTH = 12  # dots of a Latin letter; a kanji has twice as many
NARROW_BARS = 456  # dots: twelve characters with quiet zones, in bars of 3 and 8 dots
LINE = 34  # dots from line to line: a sixth of an inch
BARS = 96  # dots high: 12 mm
_HALF_KANA = range(0xFF61, 0xFFA0)
# The rows of JIS X 0208, by their first byte. Letters beyond it are in cp932, but not in every
# printer: 髙, ①, 𠮷 and é, hangul and simplified hanzi make the slip a picture instead.
_JIS_X_0208 = (*range(0x81, 0x85), *range(0x88, 0xA0), *range(0xE0, 0xEB))


def can_say(text: str) -> bool:
    """Whether a Japanese printer is sure to have every letter."""
    return all(_encoded(letter) for letter in text if letter != "\n")


def lettered(slip: Slip, dots: int) -> Iterator[Strip]:
    """What the QR code says, in lines; only for a text that `can_say` knows."""
    yield Strip(commands.JAPANESE, 0)
    head, *lines = slip.text.splitlines()
    yield Strip(commands.CENTRED + commands.BOLD, 0)
    yield from _lines(head, dots)
    yield Strip(commands.NOT_BOLD + commands.LEFT, 0)
    for line in lines:
        yield from _lines(line, dots)
    if slip.number:
        bars = commands.codabar(slip.number, height=BARS, narrow=3 if dots > NARROW_BARS else 2)
        yield Strip(b"\n" + commands.CENTRED + bars + commands.LEFT, BARS + 2 * LINE)
    yield from strips(_code(slip.text, dots))


def _lines(text: str, dots: int) -> Iterator[Strip]:
    for line in break_lines([Ruby(text)], dots, _width):
        letters = "".join(run.base for run in line)
        yield Strip(b"".join(map(_encoded, letters)) + b"\n", LINE)


def _width(run: Ruby) -> int:
    return sum(len(_encoded(letter)) * HALF_WIDTH for letter in run.base)


def _encoded(letter: str) -> bytes:
    """One or two bytes; none for what JIS X 0208 lacks."""
    if " " <= letter <= "~":
        return letter.encode("ascii")
    for codec in ("shift_jis", "cp932"):  # they differ in where ～ and － are
        try:
            code = letter.encode(codec)
        except UnicodeEncodeError:
            continue
        if ord(letter) in _HALF_KANA or (len(code) == len("ab") and code[0] in _JIS_X_0208):
            return code
    return b""


def _code(text: str, dots: int) -> Image.Image:
    code = draw_qr(text, widest=dots)
    paper = Image.new("1", (dots, code.height), WHITE)
    paper.paste(code, ((dots - code.width) // 2, 0))
    return paper
