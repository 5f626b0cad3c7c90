"""Titles, reservations, loans and sessions for events to be about."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calls import CallId
from kiosk.domain.circulation import Read
from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.details import PatronDetails
from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.related import Related
from kiosk.domain.reservations import (
    Changes,
    Options,
    Permit,
    PickupOption,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.slips import Slip
from kiosk.domain.titles import (
    Availability,
    CallNumber,
    FoundTitle,
    Holding,
    Material,
    Title,
    TitleId,
)
from kiosk.domain.waiting import Counted, Waiting

MAIN = Branch(BranchId("main"), "本館")
EAST = Branch(BranchId("east"), "東分館")
BOTCHAN = FoundTitle(Title(TitleId("t1"), "坊っちゃん", "ぼっちゃん"))
KOKORO = FoundTitle(
    Title(TitleId("t2"), "こころ", "こころ"), Availability((Holding(MAIN, 1, 0),), waiting=2)
)
SERIES = FoundTitle(Title(TitleId("t3"), "全集", "ぜんしゅう"), parts=2)
OF_THE_SERIES = Related(parts=(BOTCHAN, KOKORO))
OPTIONS = Options(
    BOTCHAN.title.id,
    Permit("sealed"),
    (PickupOption(MAIN, is_here=True), PickupOption(EAST)),
    (NoticeOption(NoticeMethod.MISSED_CALL, "090-••••-5678"), NoticeOption(NoticeMethod.NONE)),
)
RESERVATION = Reservation(
    ReservationId("r1"),
    ReservationNumber("0010000017"),
    BOTCHAN.title.id,
    "坊っちゃん",
    "夏目 漱石",
    CallNumber("913.6", "ナツ"),
    MAIN,
    NoticeMethod.MISSED_CALL,
    ReservationState.QUEUED,
    datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
    position=1,
    can_change=True,
)
ON_ITS_WAY = replace(
    RESERVATION, id=ReservationId("r2"), state=ReservationState.IN_TRANSIT, can_change=False
)
CANCELLED = replace(
    RESERVATION, id=ReservationId("r3"), state=ReservationState.CANCELLED, can_change=False
)
CHANGES = Changes(RESERVATION.id, OPTIONS.pickups, OPTIONS.notices)
TODAY = date(2026, 11, 20)
WAITING = Waiting(TODAY, Counted(1, 2, 14, 7, 4), TODAY, date(2027, 1, 20))
LOAN = Loan(
    LoanId("l1"),
    KOKORO.title.id,
    "こころ",
    "夏目 漱石",
    CallNumber("913.6", "ナツ"),
    Material.BOOK,
    TODAY,
    renewable_from=TODAY,
    renewed_until=date(2026, 12, 4),
)
DETAILS = PatronDetails(
    "ha•••@example.jp", "me•••@example.jp", "090-••••-5678", offers_ic_card=True
)
READ = Read("坊っちゃん", "夏目 漱石", date(2026, 10, 2), date(2026, 10, 14))
SLIP = Slip(b"", b"", "")
SESSION = Session(SessionToken("t"))
FIRST_SESSION = Session(SessionToken("t"), must_choose_password=True)

CALL = CallId("9a4c1c1e-0000-4000-8000-000000000001")
