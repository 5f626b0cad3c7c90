"""A library small enough to be known by heart, for tests of lending."""

from datetime import date, timedelta
from uuid import UUID

from kiosk.central.clock import Clock
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.placing import Placed
from kiosk.central.records.changes import availability_changed, put_title
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.calendar import Calendar
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import PickupPolicy, Policy, QuotaGroup, QuotaPolicy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import Options, Permit, ReservationId, Wish
from kiosk.domain.titles import CallNumber, Creator, Material, Title, TitleId

MAIN, EAST, ISLAND = BranchId("main"), BranchId("east"), BranchId("ijima")
HANAKO, TARO = PatronId("hanako"), PatronId("taro")
KIOSK, OTHER_KIOSK = "001", "002"
BOTCHAN, KOKORO, SERENADE, RAKUGO, READING, FILM, ENCYCLOPEDIA, LOST = (
    TitleId(name)
    for name in ("botchan", "kokoro", "serenade", "rakugo", "reading", "film", "atlas", "lost")
)
TODAY = date(2026, 11, 20)
CD_LIMIT = 2
POLICY = Policy(
    library="みなと市立図書館",
    calendar=Calendar(),
    pickup=PickupPolicy(no_audiovisual_at=(ISLAND,)),
    quota=QuotaPolicy(
        (
            QuotaGroup("read_aloud_cd", (Material.CD,), ("7[0-9][0-9]",)),
            QuotaGroup("cd", (Material.CD,), limit=CD_LIMIT),
            QuotaGroup("book", tuple(set(Material) - {Material.CD}), limit=20),
        )
    ),
)


def fill(database: Database) -> None:
    with database.writing() as session:
        session.add_all(
            [
                BranchRow(id=MAIN, name="本館", telephone="086-555-0100", rank=1),
                BranchRow(id=EAST, name="東分館", telephone="086-555-0200", rank=2),
                BranchRow(id=ISLAND, name="伊島図書館", telephone="086-555-0300", rank=3),
                patron(HANAKO, "00000001", telephone="090-1234-5678"),
                patron(TARO, "00000002", email="taro@example.jp"),
            ]
        )
    add_title(database, BOTCHAN, name="坊っちゃん")
    add_title(database, KOKORO, name="こころ")
    add_title(database, SERENADE, Material.CD, shelf_mark="C762")
    add_title(database, RAKUGO, Material.CD, shelf_mark="C779")
    add_title(database, READING, Material.CD, shelf_mark="712")
    add_title(database, FILM, Material.DVD)
    add_title(database, ENCYCLOPEDIA, is_reference=True)
    add_title(database, LOST, state=ItemState.MISSING)


def patron(patron_id: PatronId, card: str, *, telephone: str = "", email: str = "") -> PatronRow:
    return PatronRow(
        id=patron_id,
        card_number=CardNumber(card),
        name="図書 花子",
        birth_date=date(1990, 4, 1),
        password_hash="chosen",
        telephone=telephone or None,
        telephone_is_confirmed=bool(telephone),
        email=email or None,
        email_is_confirmed=bool(email),
    )


def crowd(database: Database, size: int) -> list[PatronId]:
    patrons = [PatronId(f"patron-{each}") for each in range(size)]
    with database.writing() as session:
        session.add_all(patron(each, f"1000000{nth}") for nth, each in enumerate(patrons))
    return patrons


def add_title(
    database: Database,
    title: TitleId,
    material: Material = Material.BOOK,
    *,
    name: str = "",
    shelf_mark: str = "",
    is_reference: bool = False,
    state: ItemState = ItemState.ON_SHELF,
    work: str = "",
) -> None:
    """A title with one item at the main branch."""
    record = Title(
        id=title,
        name=name or title,
        creators=(Creator("夏目 漱石", "なつめ そうせき"),),
        material=material,
        call_number=CallNumber("913.6", "ナツ"),
        work=work,
    )
    with database.writing() as session:
        put_title(session, record)
        session.flush()
        session.add(
            ItemRow(
                barcode=f"item-{title}",
                title_id=title,
                branch_id=MAIN,
                material=material,
                shelf_mark=shelf_mark,
                shelf="24",
                floor="2階",
                is_reference=is_reference,
                state=state,
            )
        )
        session.flush()
        availability_changed(session, [title])


def lend(
    database: Database, title: TitleId, to: PatronId, due_on: date = TODAY + timedelta(days=14)
) -> None:
    with database.writing() as session:
        item = session.get_one(ItemRow, f"item-{title}")
        item.state = ItemState.ON_LOAN
        session.add(
            LoanRow(
                id=f"loan-{title}",
                item_barcode=item.barcode,
                patron_id=to,
                lent_on=due_on - timedelta(days=14),
                due_on=due_on,
            )
        )
        availability_changed(session, [title])


class Counter:
    """Where patrons reserve, each time with a new id and number."""

    def __init__(self, database: Database, clock: Clock, policy: Policy = POLICY) -> None:
        self.lending = Lending(database, policy, clock)
        self._count = 0

    def options(
        self,
        patron_id: PatronId,
        title: TitleId,
        kiosk: str = KIOSK,
        channel: Channel = Channel.KIOSK,
    ) -> Options:
        here = MAIN if channel is Channel.KIOSK else None
        return self.lending.options(patron_id, title, kiosk, here, channel)

    def wish(
        self,
        permit: Permit,
        pickup: BranchId = MAIN,
        notice: NoticeMethod = NoticeMethod.NONE,
        kiosk: int = 1,
        *,
        any_edition: bool = False,
    ) -> Wish:
        self._count += 1
        number = reservation_number(kiosk, self._count)
        reservation = ReservationId(str(UUID(int=self._count)))
        return Wish(reservation, number, permit, pickup, notice, any_edition)

    def reserve(
        self,
        patron_id: PatronId,
        title: TitleId,
        pickup: BranchId = MAIN,
        notice: NoticeMethod = NoticeMethod.NONE,
        channel: Channel = Channel.KIOSK,
    ) -> Placed:
        permit = self.options(patron_id, title, channel=channel).permit
        return self.lending.reserve(KIOSK, self.wish(permit, pickup, notice))
