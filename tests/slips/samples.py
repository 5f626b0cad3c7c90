"""A library, and a reservation there whose slip is drawn."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.reservations import (
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.titles import CallNumber, TitleId

WORDS = Path(__file__).parents[2] / "assets" / "words"
TOKYO = ZoneInfo("Asia/Tokyo")
CENTRAL = Branch(BranchId("central"), "本館", "Central Library")
STANDPOINT = Standpoint("みなと市立図書館", "港", CENTRAL, latin_library="Minato City Library")
RESERVATION = Reservation(
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
