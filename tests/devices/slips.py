"""Slips as the kiosk lays them out, for printers to be tried with."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.reservations import (
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.slips import Slip
from kiosk.domain.titles import CallNumber, TitleId
from kiosk.slips.fonts import Fonts
from kiosk.slips.paper import png_of
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words

WORDS = Path(__file__).parents[2] / "assets" / "words"
MAIN = Branch(BranchId("central"), "本館", "Central Library")
STANDPOINT = Standpoint("みなと市立図書館", "港", MAIN, latin_library="Minato City Library")
RESERVATION = Reservation(
    id=ReservationId("0f8e6c1e-6a55-4f6e-9c1c-2f6a5d1f0001"),
    number=ReservationNumber("2611200417"),
    title=TitleId("t-000752"),
    title_name="吾輩は猫である",
    creator="夏目 漱石",
    call_number=CallNumber("913.6", "ナツ"),
    pickup=MAIN,
    notice=NoticeMethod.EMAIL,
    state=ReservationState.QUEUED,
    requested_at=datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
    position=1,
)


@cache
def reserved(language: Language = Language.JAPANESE, title: str = RESERVATION.title_name) -> Slip:
    """The slip of a reservation."""
    words = Words.load(WORDS, Language.JAPANESE)
    slips = PillowSlips(words, STANDPOINT, Fonts(), ZoneInfo("Asia/Tokyo"))
    return slips.reservation(replace(RESERVATION, title_name=title), language)


def top_of(picture: bytes, rows: int) -> bytes:
    """A shorter slip."""
    whole = Image.open(BytesIO(picture))
    return png_of(whole.crop((0, 0, whole.width, rows)))


SLIP = reserved()
