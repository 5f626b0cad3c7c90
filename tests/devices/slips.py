"""Slips as the kiosk lays them out, for printers to be tried with."""

from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image

from kiosk.domain.looks import Language
from kiosk.domain.slips import Slip
from kiosk.slips.fonts import Fonts
from kiosk.slips.paper import png_of
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.slips.samples import RESERVATION, STANDPOINT, TOKYO, WORDS


@cache
def reserved(language: Language = Language.JAPANESE, title: str = RESERVATION.title_name) -> Slip:
    """The slip of a reservation."""
    words = Words.load(WORDS, Language.JAPANESE)
    slips = PillowSlips(words, STANDPOINT, Fonts(), TOKYO)
    return slips.reservation(replace(RESERVATION, title_name=title), language)


def top_of(picture: bytes, rows: int) -> bytes:
    """A shorter slip."""
    whole = Image.open(BytesIO(picture))
    return png_of(whole.crop((0, 0, whole.width, rows)))


SLIP = reserved()
