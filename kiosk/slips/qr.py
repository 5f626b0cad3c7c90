"""The words of a slip as a QR code, for a phone's camera: plain text, no address."""

import qrcode
from PIL import Image, ImageDraw
from qrcode.constants import ERROR_CORRECT_M

from kiosk.slips.paper import BLACK, INNER_DOTS, WHITE

QUIET = 4  # modules, ISO/IEC 18004
LARGEST_MODULE = 5  # dots: 0.6 mm


def draw_qr(text: str, *, widest: int = INNER_DOTS) -> Image.Image:
    """As large as the paper lets it be, its quiet zone included; widest in dots.

    The byte order mark says UTF-8: without it a reader may take short Japanese for Shift_JIS.
    All is one run of bytes: of a code that changes to letters and digits in between, zbar reads
    only what stands behind them.
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text.encode("utf-8-sig"), optimize=0)
    rows = code.get_matrix()
    module = min(LARGEST_MODULE, widest // len(rows))
    image = Image.new("1", (len(rows) * module,) * 2, WHITE)
    drawing = ImageDraw.Draw(image)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                left, top = x * module, y * module
                drawing.rectangle((left, top, left + module - 1, top + module - 1), fill=BLACK)
    return image
