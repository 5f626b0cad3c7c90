"""The spine label as it stands on the book's back: class, author mark, volume."""

from PIL import Image, ImageDraw

from kiosk.domain.titles import CallNumber
from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.paper import BLACK, WHITE
from kiosk.slips.text import Style, write

WIDTH = 160  # dots; more for a long class, nothing is cut off
ROW = 50
FRAME = 5
RADIUS = 11
RULE = 2
SIZE = 37
_SIDE = 16  # dots between the letters and the frame


def draw_spine_label(number: CallNumber, fonts: Fonts) -> Image.Image:
    """Three rows in a frame; the class in white on black, as its colour is on the book."""
    rows = (number.ndc, number.mark, number.volume)
    style = Style(fonts, SIZE, Face.BOLD_NUMBERS)
    widest = max(fonts.width(row, style.face, SIZE) for row in rows)
    width, height = max(WIDTH, widest + 2 * (_SIDE + FRAME)), len(rows) * ROW + 2 * FRAME
    image = Image.new("1", (width, height), WHITE)
    drawing = ImageDraw.Draw(image)
    box = (0, 0, width - 1, height - 1)
    drawing.rounded_rectangle(box, RADIUS, fill=WHITE, outline=BLACK, width=FRAME)
    drawing.rounded_rectangle((0, 0, width - 1, FRAME + ROW), RADIUS, fill=BLACK)
    drawing.rectangle((0, FRAME + ROW - RADIUS, width - 1, FRAME + ROW), fill=BLACK)
    rule = FRAME + 2 * ROW
    drawing.rectangle((FRAME, rule, width - FRAME, rule + RULE - 1), fill=BLACK)
    for place, row in enumerate(rows):
        _write_row(drawing, (width, place), row, style)
    return image


def _write_row(
    drawing: ImageDraw.ImageDraw, where: tuple[int, int], text: str, style: Style
) -> None:
    """The text in the middle of its row; `where` is the label's width and the row from 0."""
    width, place = where
    left = (width - style.fonts.width(text, style.face, style.size)) // 2
    baseline = FRAME + place * ROW + (ROW - SIZE) // 2 + round(SIZE * 0.88)
    write(drawing, (left, baseline), text, style, fill=WHITE if place == 0 else BLACK)
