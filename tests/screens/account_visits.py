"""Visits of a patron who signs in and reserves, as the machine hands them to screens."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO

from PIL import Image

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.errors import (
    CardGone,
    CertificateBoundToAnother,
    CertificateNotChecked,
)
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.notices import NoticeFacts
from kiosk.domain.patrons import Card, CardNumber, Session, SessionToken
from kiosk.domain.reservations import (
    Options,
    Permit,
    PickupOption,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from kiosk.domain.slips import Slip
from kiosk.domain.titles import Availability, CallNumber, Creator, FoundTitle, Title, TitleId
from kiosk.domain.waiting import Counted, Waiting
from kiosk.visit import BindMyNumber, ReserveThis, Search, Signed, Visit

MAIN = Branch(BranchId("main"), "本館", "Main Library", "03-0000-0001")
EAST = Branch(BranchId("east"), "東分館", "East Branch")
WEST = Branch(BranchId("west"), "西分館", "West Branch")
SOUTH = Branch(BranchId("south"), "港南分館", "Konan Branch")

CAT = Title(
    TitleId("t1"),
    "吾輩は猫である",
    "わがはい は ねこ である",
    (Creator("夏目 漱石"),),
    call_number=CallNumber("913.6", "ナツ"),
)
FOUND_CAT = FoundTitle(CAT, Availability(waiting=2))
LONG = Title(
    TitleId("t9"),
    "銀河鉄道の夜・風の又三郎・ポラーノの広場・セロ弾きのゴーシュ ほか三篇 宮沢賢治作品集",
    None,
    (Creator("宮沢 賢治"),),
    call_number=CallNumber("913.6", "ミヤ", "2"),
)

FACTS = NoticeFacts("toshokan@ocl.city.okayama.jp", "086-555-0199", (time(9), time(20)))
NOTICES = tuple(
    FACTS.told_with(option)
    for option in (
        NoticeOption(NoticeMethod.EMAIL, "ha•••@example.jp"),
        NoticeOption(NoticeMethod.TELEPHONE, "090-••••-5678"),
        NoticeOption(NoticeMethod.MISSED_CALL, "090-••••-5678"),
        NoticeOption(NoticeMethod.FAX, why_not=WhyNot.NO_FAX),
        NoticeOption(NoticeMethod.NONE),
    )
)
WAITING_TIME = Waiting(
    told_on=date(2026, 11, 20),
    counted=Counted(
        copies=2, ahead=3, loan_days=14, hold_opening_days=7, transport_days=4, not_counted=1
    ),
    earliest=date(2026, 12, 6),
    latest=date(2027, 1, 12),
)
OPTIONS = Options(
    CAT.id,
    Permit("sealed"),
    (
        PickupOption(MAIN, is_here=True),
        PickupOption(EAST),
        PickupOption(WEST, days=(3, 5)),
        PickupOption(SOUTH, days=(3, 5), why_not=WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL),
    ),
    NOTICES,
    waiting=2,
    left=7,
    time=WAITING_TIME,
    time_any=WAITING_TIME,
)
RESERVATION = Reservation(
    ReservationId("r1"),
    ReservationNumber("0010000017"),
    CAT.id,
    CAT.name,
    "夏目 漱石",
    CAT.call_number,
    MAIN,
    NoticeMethod.EMAIL,
    ReservationState.QUEUED,
    datetime(2026, 11, 20, 5, 32, tzinfo=UTC),
    position=3,
)
READY = replace(
    RESERVATION,
    id=ReservationId("r2"),
    title=TitleId("t2"),
    title_name="坊っちゃん",
    state=ReservationState.READY,
    position=None,
    ready_until=date(2026, 11, 27),
    hold_shelf="B-07",
)
MOVING = replace(
    RESERVATION,
    id=ReservationId("r3"),
    title=TitleId("t3"),
    title_name="遠野物語",
    creator="柳田 国男",
    call_number=CallNumber("382.1", "ヤナ"),
    state=ReservationState.IN_TRANSIT,
    position=None,
)
LONG_ONE = replace(
    RESERVATION,
    id=ReservationId("r4"),
    title=LONG.id,
    title_name=LONG.name,
    creator="宮沢 賢治",
    call_number=LONG.call_number,
    position=12,
    pickup=SOUTH,
)
KEPT = replace(
    RESERVATION,
    id=ReservationId("r5"),
    title=TitleId("t5"),
    title_name="雪",
    creator="中谷 宇吉郎",
    call_number=CallNumber("451.6", "ナカ"),
    position=None,
    is_kept=True,
)


def drawn_slip() -> Slip:
    """Pictures in the size of a real slip and its QR code."""
    return Slip(_png(576, 900), _png(250, 250), "予約のひかえ")


def _png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("L", (width, height), 230).save(file, "PNG")
    return file.getvalue()


SESSION = Session(SessionToken("t"))
FARE_CARD = IcIdentifier(IcKind.FELICA, "012E4CD8A9B1C203")
CARD = Card(CardNumber("01234567"))
SEARCH = Search(chosen=FOUND_CAT)
WISH = ReserveThis(CAT.id)

STRANGER = Visit(search=SEARCH, purpose=WISH)
WITH_CARD = replace(STRANGER, card=CARD)
WITH_IC_CARD = replace(STRANGER, card=Card(ic=FARE_CARD, asks_password=True))
WITH_MY_NUMBER = replace(STRANGER, card=Card(is_my_number=True, tries_left=3))
TWO_TRIES = replace(STRANGER, card=Card(is_my_number=True, tries_left=2))
LAST_TRY = replace(STRANGER, card=Card(is_my_number=True, tries_left=1))
LOCKED = replace(STRANGER, card=Card(is_my_number=True, tries_left=0))
TO_JOIN = Visit(purpose=BindMyNumber(), card=Card(is_my_number=True, tries_left=3))
JOINING = Visit(purpose=BindMyNumber(), signed=Signed(SESSION))
JOINING_PIN = replace(JOINING, card=Card(is_my_number=True, tries_left=3))
JOINED = Visit(signed=Signed(SESSION, bound=BoundCard(date(2031, 9, 10))))
FIRST_TIME = replace(STRANGER, signed=Signed(Session(SessionToken("t"), must_choose_password=True)))
CHOOSING = replace(STRANGER, signed=Signed(SESSION, OPTIONS, pickup=MAIN.id))
CHOSEN = replace(
    STRANGER, signed=Signed(SESSION, OPTIONS, pickup=MAIN.id, notice=NoticeMethod.EMAIL)
)
DONE = Visit(
    search=SEARCH,
    signed=Signed(SESSION, last_reservation=RESERVATION, slip=drawn_slip(), undoable=RESERVATION),
)
KEPT_ONE = Visit(search=SEARCH, signed=Signed(SESSION, last_reservation=KEPT, slip=drawn_slip()))


def joining() -> dict[str, Visit]:
    """A My Number card, before and after."""
    return {
        "": JOINING,
        "another's": replace(JOINING, trouble=CertificateBoundToAnother()),
        "card-gone": replace(JOINING, trouble=CardGone()),
        "not-checked": replace(JOINING, trouble=CertificateNotChecked()),
        "joined": JOINED,
    }
