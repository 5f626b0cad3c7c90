"""A slip's picture as dots that the head burns, in strips that small buffers bear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from PIL import Image

from kiosk.hardware.slip_printer import commands

STRIP_BYTES = 1008  # 14 rows of 576 dots
_HALF = 128  # of 255: from here on a scaled dot is white
# DLE followed by EOT, ENQ or DC4 is obeyed at once, even among dots. The dot beside it is burnt
# too; bars and modules are at least two dots wide, so codes have no such byte.
_OBEYED = re.compile(rb"\x10(?=[\x04\x05\x14])")
_WIDER = b"\x18"


@dataclass(frozen=True, slots=True)
class Strip:
    command: bytes
    height: int  # dots


def fitted(png: bytes, dots: int) -> Image.Image:
    """The picture, as wide as the head; narrower paper has everything smaller.

    At two thirds each bar of 3 dots has 2 everywhere, and each of 8 has 5 or 6.
    """
    picture = Image.open(BytesIO(png)).convert("L")
    if picture.width != dots:
        size = (dots, round(picture.height * dots / picture.width))
        picture = picture.resize(size, Image.Resampling.BOX)
    return picture.point(lambda light: 255 if light >= _HALF else 0).convert("1")


def strips(picture: Image.Image) -> Iterator[Strip]:
    """From top to bottom, each as wide as its ink; white rows are one byte wide.

    So no strip depends on how far a printer takes a feed to be.
    """
    for is_white, group in groupby(_rows(picture), key=lambda row: not any(row)):
        rows = list(group)
        most = STRIP_BYTES if is_white else STRIP_BYTES // len(rows[0])
        for start in range(0, len(rows), most):
            yield _strip(rows[start : start + most])


def _rows(picture: Image.Image) -> Iterator[bytes]:
    """Eight dots a byte, 1 for black."""
    width = (picture.width + 7) // 8
    dots = bytes(light ^ 0xFF for light in picture.convert("1").tobytes())
    return (dots[at : at + width] for at in range(0, len(dots), width))


def _strip(rows: list[bytes]) -> Strip:
    width = max((len(row.rstrip(b"\0")) for row in rows), default=0) or 1
    dots = b"".join(row[:width] for row in rows)
    return Strip(commands.raster(width, _OBEYED.sub(_WIDER, dots)), len(rows))
