"""The part of ESC/POS that a virtual printer knows; whatever else comes is a fault."""

from collections.abc import Callable
from dataclasses import dataclass, field

from barcode.codabar import CODABAR
from PIL import Image, ImageDraw

from tests.devices.virtual_printer.paper import LINE, letters, rows_of

STATUS = tuple(bytes((0x10, 0x04, which)) for which in (1, 2, 3, 4))
FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
AT_ONCE = (*STATUS, b"\x10\x05\x01", b"\x10\x05\x02", FORGET)
WIDE = {2: 5, 3: 8}  # dots of a wide bar, by those of a narrow one


class NotKnown(Exception):
    """Bytes that no printer would print as a slip."""


class Unfinished(Exception):
    """A command of which more is to come."""


@dataclass
class Settings:
    """What commands change until ESC @."""

    where: int = 0
    is_bold: bool = False
    is_shift_jis: bool = False
    bar_height: int = 162
    narrow: int = 3
    has_number: bool = False
    line: str = ""
    said: str = ""  # in letters, since ESC @


@dataclass
class Deed:
    """What one command does: rows to burn, then a cut, an answer in its turn, or nothing."""

    rows: list[bytes] = field(default_factory=list)
    is_cut: bool = False
    answers: bool = False


def take(data: bytearray, settings: Settings, dots: int) -> Deed:
    """Take one command away from the front. Raises Unfinished, NotKnown."""
    for start, (length, do) in _COMMANDS.items():
        if data.startswith(start):
            body = _body(data, len(start), length)
            del data[: len(start) + len(body)]
            return do(body, settings, dots)
        if start.startswith(bytes(data)):
            raise Unfinished
    return _letter(data, settings)


def _body(data: bytearray, at: int, length: int | Callable[[bytearray], int]) -> bytes:
    needed = length if isinstance(length, int) else length(data[at:])
    if len(data) < at + needed:
        raise Unfinished
    return bytes(data[at : at + needed])


def _letter(data: bytearray, settings: Settings) -> Deed:
    first = data[0]
    if 0x20 <= first <= 0x7E or 0xA1 <= first <= 0xDF:
        length = 1
    elif 0x81 <= first <= 0x84 or 0x88 <= first <= 0x9F or 0xE0 <= first <= 0xEA:
        if not settings.is_shift_jis:
            raise NotKnown("kanji without their code")
        length = 2
    else:
        raise NotKnown(bytes(data[:8]).hex(" "))
    if len(data) < length:
        raise Unfinished
    settings.line += bytes(data[:length]).decode("cp932")
    del data[:length]
    return Deed()


# ---- commands
def _begin(_body: bytes, settings: Settings, _dots: int) -> Deed:
    settings.__init__()  # type: ignore[misc]
    return Deed()


def _feed(_body: bytes, settings: Settings, dots: int) -> Deed:
    picture = letters(settings.line, is_bold=settings.is_bold)
    if picture.width > dots:
        raise NotKnown("a line wider than the paper")
    settings.said += settings.line
    settings.line = ""
    return Deed(rows_of(picture, dots, settings.where))


def _raster_length(data: bytearray) -> int:
    if len(data) < 5:
        raise Unfinished
    return 5 + int.from_bytes(data[1:3], "little") * int.from_bytes(data[3:5], "little")


def _raster(body: bytes, settings: Settings, dots: int) -> Deed:
    width, rows = int.from_bytes(body[1:3], "little"), body[5:]
    if body[0] != 0 or not 0 < width <= dots // 8 or settings.line or settings.where:
        raise NotKnown("a raster that does not lie at the left edge of the paper")
    return Deed([rows[at : at + width] for at in range(0, len(rows), width)])


def _codabar(body: bytes, settings: Settings, dots: int) -> Deed:
    code = body[1:].decode("ascii")
    widths = {"narrow": settings.narrow, "wide": WIDE[settings.narrow]}
    bars = CODABAR(code, **widths).build()[0]
    picture = Image.new("1", (len(bars), settings.bar_height), 1)
    drawing = ImageDraw.Draw(picture)
    for at, bar in enumerate(bars):
        if bar == "1":
            drawing.line((at, 0, at, settings.bar_height), fill=0)
    if picture.width + 40 > dots:
        raise NotKnown("bars wider than the paper")
    rows = rows_of(picture, dots, settings.where)
    if settings.has_number:
        rows += rows_of(letters(code, is_bold=False), dots, settings.where)
    return Deed(rows)


def _setting(name: str, *allowed: int) -> Callable[[bytes, Settings, int], Deed]:
    def change(body: bytes, settings: Settings, _dots: int) -> Deed:
        if body[0] not in allowed:
            raise NotKnown(f"{name} {body[0]}")
        before = getattr(settings, name, None)
        if before is not None:
            setattr(settings, name, bool(body[0]) if isinstance(before, bool) else body[0])
        return Deed()

    return change


_Command = tuple[int | Callable[[bytearray], int], Callable[[bytes, Settings, int], Deed]]
_COMMANDS: dict[bytes, _Command] = {
    b"\x1b@": (0, _begin),
    b"\n": (0, _feed),
    b"\x1bt": (1, _setting("code table", 1)),
    b"\x1c&": (0, lambda *_: Deed()),
    b"\x1cC": (1, _setting("is_shift_jis", 0, 1)),
    b"\x1ba": (1, _setting("where", 0, 1)),
    b"\x1bE": (1, _setting("is_bold", 0, 1)),
    b"\x1bd": (1, lambda body, _settings, _dots: Deed([b""] * (LINE * body[0]), is_cut=True)),
    b"\x1dVB": (1, lambda *_: Deed([b""] * 96, is_cut=True)),
    b"\x1dVA": (1, lambda *_: Deed([b""] * 96, is_cut=True)),
    b"\x1dh": (1, _setting("bar_height", *range(1, 256))),
    b"\x1dw": (1, _setting("narrow", 2, 3)),
    b"\x1dH": (1, _setting("has_number", 0, 2)),
    b"\x1dk\x47": (lambda data: 1 + data[0] if data else 1, _codabar),
    b"\x1dr": (1, lambda *_: Deed(answers=True)),
    b"\x1dv0": (_raster_length, _raster),
}
