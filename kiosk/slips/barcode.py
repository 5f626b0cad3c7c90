"""A number as bars that the library's scanners read: NW-7, as on cards and books."""

from barcode.codabar import CODABAR
from PIL import Image, ImageDraw

from kiosk.slips.paper import BLACK, WHITE

NARROW = 3  # dots: 0.375 mm at 203 dpi; JIS X 0506 wants 0.191 mm at least
WIDE = 8  # 2.7 narrow ones; JIS X 0506 wants 2.0 to 3.0
QUIET = 52  # dots: 6.5 mm; a scanner held by hand wants 6.35 mm, and 10 narrow bars
HEIGHT = 96  # dots: 12 mm


def draw_barcode(number: str) -> Image.Image:
    """The digits between start and stop A, with the quiet zones at both sides."""
    bars = CODABAR(f"A{number}A", narrow=NARROW, wide=WIDE).build()[0]
    image = Image.new("1", (len(bars) + 2 * QUIET, HEIGHT), WHITE)
    drawing = ImageDraw.Draw(image)
    for at, bar in enumerate(bars, start=QUIET):
        if bar == "1":
            drawing.line((at, 0, at, HEIGHT - 1), fill=BLACK)
    return image
