"""Words made as small as their place asks, and no smaller than can be read."""

from dataclasses import replace

from PySide6.QtGui import QFont

from kiosk.ui.lettering.typesetting import Letters, Setting, letters_of, set_text
from kiosk.ui.look.style import Style

SMALLEST = 24  # px; nothing on the panel is smaller
_STEP = 2


def fitted(
    text: str,
    style: Style,
    role: str,
    width: float,
    height: float,
    *,
    bold: bool = False,
    numbers: bool = False,
    factor: float = 1.2,
) -> Setting:
    """The text in the largest letters up to the role's own that stay inside.

    factor: height of a line, parts of the letter.
    """
    letters = letters_of(style, role, bold=bold, numbers=numbers)
    px = letters.px
    while True:
        setting = set_text(text, in_size(letters, px, factor), width)
        is_inside = setting.width <= width and setting.height <= height
        if is_inside or px <= SMALLEST:
            return setting
        px = max(SMALLEST, px - _STEP)


def in_size(letters: Letters, px: int, factor: float) -> Letters:
    """The same letters in another size, in line boxes of this many letters."""
    return replace(
        letters,
        regular=_sized(letters.regular, px),
        bold=_sized(letters.bold, px),
        ruby=_sized(letters.ruby, max(1, px // 2)),
        px=px,
        line=round(px * factor),
    )


def _sized(font: QFont, px: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(px)
    return sized
