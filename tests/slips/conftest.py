"""A reservation, and a library whose slips are drawn."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL.ImageFont import FreeTypeFont

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.reservations import (
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.titles import CallNumber, TitleId
from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.reading_codes import can_read_codes, read_codes

WORDS = Path(__file__).parents[2] / "assets" / "words"
TOKYO = ZoneInfo("Asia/Tokyo")
CENTRAL = Branch(BranchId("central"), "本館", "Central Library")
STANDPOINT = Standpoint("みなと市立図書館", "港", CENTRAL, latin_library="Minato City Library")


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
    return Reservation(
        id=ReservationId("0f8e6c1e-6a55-4f6e-9c1c-2f6a5d1f0001"),
        number=ReservationNumber("2611200417"),
        title=TitleId("t-000752"),
        title_name="吾輩は猫である",
        creator="夏目 漱石",
        call_number=CallNumber("913.6", "ナツ"),
        pickup=CENTRAL,
        notice=NoticeMethod.EMAIL,
        state=ReservationState.QUEUED,
        requested_at=datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
        position=1,
    )


Scan = Callable[[bytes], dict[str, str]]


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    """Reads a picture as a scanner does: what each kind of code says."""
    if not can_read_codes():
        pytest.skip("zbarimg of Debian's zbar-tools is not installed")
    return lambda picture: read_codes(picture, tmp_path)
