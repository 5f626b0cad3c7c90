"""Where the paper of a title is pasted on a cover, and how much room its letters have."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from kiosk.ui.covers import vertical_text
from kiosk.ui.covers.weaving import Place, Weave

HINGE = 0.07  # part of the width
_INSET = 0.05  # of a title in its paper, part of the width


class Paper(NamedTuple):
    """The paper of the title and the box that its letters have."""

    rect: QRectF
    letters: QRectF
    largest: float  # letter, px
    at_top: bool = False
    radius: float = 2
    has_frame: bool = False


def paper_of(box: QRectF, weave: Weave) -> Paper:
    """The 題簽 of a cover that fills the box."""
    if weave.is_square:
        return _beside_the_hole(box)
    return _paper_across(box, weave) if weave.is_across else _paper(box, weave)


def _paper(box: QRectF, weave: Weave) -> Paper:
    """The place of the 題簽, as parts of the cover; a short title has a short one."""
    width, height = box.width(), box.height()
    inset = _INSET * width
    if weave.place is Place.HALF:
        rect = QRectF(box.left(), box.top(), 0.52 * width, height)
        letters = rect.adjusted(0, inset, 0, -inset)
        return Paper(rect, letters, 0.25 * width, at_top=True, radius=0)
    if weave.place is Place.WINDOW:
        rect = QRectF(0.12 * width, 0.12 * height, 0.68 * width, 0.76 * height)
        rect.translate(box.topLeft())
        top = 0.16 * width if weave.is_round else inset
        radius = rect.width() / 2 if weave.is_round else 2
        return Paper(rect, rect.adjusted(0, top, 0, -top), 0.25 * width, radius=radius)
    return _slip(box, weave)


def _slip(box: QRectF, weave: Weave) -> Paper:
    width, height = box.width(), box.height()
    is_centre = weave.place is Place.CENTRE
    x, y = {Place.LEFT: 0.1, Place.CENTRE: 0.295, Place.RIGHT: 0.51}[weave.place], 0.07
    full = 0.74 * height
    if is_centre:
        y, full = 0.09, 0.76 * height
    largest = 0.685 * 0.34 * width
    letters_long = vertical_text.length(weave.name) * 1.06 * largest
    short = max(0.525 * height, letters_long + 0.225 * width)
    long = full if is_centre else min(full, short)
    rect = QRectF(x * width, y * height, 0.34 * width, long).translated(box.topLeft())
    inset = _INSET * width
    return Paper(rect, rect.adjusted(0, inset, 0, -inset), largest, has_frame=True)


def _paper_across(box: QRectF, weave: Weave) -> Paper:
    """The same places for a title from left to right, its hinge at the left."""
    width, height = box.width(), box.height()
    parts = {
        Place.LEFT: (0.16, 0.07, 0.74, 0.36),
        Place.RIGHT: (0.16, 0.07, 0.74, 0.36),
        Place.CENTRE: (0.16, 0.22, 0.74, 0.4),
        Place.WINDOW: (0.17, 0.12, 0.73, 0.58),
        Place.HALF: (HINGE, 0.0, 1 - HINGE, 0.52),
    }[weave.place]
    x, y, wide, high = parts
    rect = QRectF(x * width, y * height, wide * width, high * height).translated(box.topLeft())
    inset = 0.07 * width
    letters = rect.adjusted(inset, inset * 0.8, -inset, -inset * 0.8)
    is_slip = weave.place in (Place.LEFT, Place.RIGHT, Place.CENTRE)
    return Paper(rect, letters, 0.17 * width, radius=2 if is_slip else 0, has_frame=is_slip)


def _beside_the_hole(box: QRectF) -> Paper:
    side = box.width()
    rect = QRectF(0.07 * side, 0.08 * side, 0.25 * side, 0.84 * side).translated(box.topLeft())
    inset = _INSET * side
    return Paper(rect, rect.adjusted(0, inset, 0, -inset), 0.16 * side)
