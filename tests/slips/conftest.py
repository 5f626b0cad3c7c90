"""A reservation, and a library whose slips are drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL.ImageFont import FreeTypeFont

from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation
from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.reading_codes import can_read_codes, read_codes
from tests.slips.samples import RESERVATION, STANDPOINT, TOKYO, WORDS


class ListeningFonts(Fonts):
    """Remembers every text that was drawn or measured."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def runs(self, text: str, face: Face, size: int) -> list[tuple[FreeTypeFont, str]]:
        self.heard.add(text)
        return super().runs(text, face, size)


@pytest.fixture
def words() -> Words:
    return Words.load(WORDS, Language.JAPANESE)


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts()


@pytest.fixture
def slips(words: Words, fonts: Fonts) -> PillowSlips:
    return PillowSlips(words, STANDPOINT, fonts, TOKYO)


@pytest.fixture
def reservation() -> Reservation:
    return RESERVATION


Scan = Callable[[bytes], dict[str, str]]


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    """Reads a picture as a scanner does: what each kind of code says."""
    if not can_read_codes():
        pytest.skip("zbarimg of Debian's zbar-tools is not installed")
    return lambda picture: read_codes(picture, tmp_path)
