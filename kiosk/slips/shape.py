"""The shape of a state on paper, as on the screen: ○, dotted ○, △, □ and －."""

from math import cos, radians, sin

from PIL import Image, ImageDraw

from kiosk.domain.availability import Whereabouts
from kiosk.slips.paper import BLACK, WHITE
from kiosk.words.whereabouts import sign_of

SIDE = 56  # dots: 7 mm
_STROKE = 9
_THIN = 7
_EDGE = 5  # dots from the side of the picture
_DOTS = 8  # of the dotted circle


def draw_shape(whereabouts: Whereabouts) -> Image.Image:
    image = Image.new("1", (SIDE, SIDE), WHITE)
    drawing = ImageDraw.Draw(image)
    near, far = _EDGE, SIDE - 1 - _EDGE
    match sign_of(whereabouts):
        case "○":
            drawing.ellipse((near, near, far, far), outline=BLACK, width=_STROKE)
        case "◌":
            _draw_dots(drawing)
        case "△":
            _draw_triangle(drawing)
        case "□":
            drawing.rectangle((near, near, far, far), outline=BLACK, width=_STROKE)
        case _:
            middle = SIDE // 2
            drawing.line((near, middle, far, middle), fill=BLACK, width=_STROKE)
    return image


def _draw_triangle(drawing: ImageDraw.ImageDraw) -> None:
    """Its corners are rounded by discs, which a line's joint leaves open."""
    near, far = _EDGE + _THIN // 2, SIDE - 1 - _EDGE - _THIN // 2
    corners = [(SIDE // 2, near), (far, far), (near, far)]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        drawing.line((*start, *end), fill=BLACK, width=_THIN)
    for x, y in corners:
        half = _THIN / 2
        drawing.ellipse((x - half, y - half, x + half, y + half), fill=BLACK)


def _draw_dots(drawing: ImageDraw.ImageDraw) -> None:
    """Eight dots: dashes of a few dots run together on a thermal head."""
    middle, radius, half = (SIDE - 1) / 2, (SIDE - _STROKE) / 2 - _EDGE + 1, _STROKE / 2
    for nth in range(_DOTS):
        angle = radians(360 / _DOTS * nth)
        x, y = middle + radius * cos(angle), middle + radius * sin(angle)
        drawing.ellipse((x - half, y - half, x + half, y + half), fill=BLACK)
