"""A counter with its queue of patrons, for tests: what they do in one line each."""

from datetime import date

from sqlalchemy import func, select

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.records.changes import put_title
from kiosk.central.service import Service
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.history import HistoryRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.calendar import Weekday
from kiosk.domain.circulation import Lent, PutOnHoldShelf
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.reservations import ReservationId, ReservationNumber, ReservationState
from kiosk.domain.titles import CallNumber, Material, Title, TitleId
from tests.central.small_library import KIOSK, MAIN, Counter

HANAKO_CARD, TARO_CARD = CardNumber("00000001"), CardNumber("00000002")


def item(title: TitleId) -> str:
    """The barcode of the small library's one item."""
    return f"item-{title}"


class Desk:
    def __init__(self, service: Service) -> None:
        self.service = service
        self.does: Circulation = service.circulation
        self._counter = Counter(service.database, service.clock, service.policy)

    def reserve(
        self,
        patron: PatronId,
        title: TitleId,
        pickup: BranchId = MAIN,
        notice: NoticeMethod = NoticeMethod.NONE,
    ) -> ReservationId:
        permit = self._counter.options(patron, title).permit
        wish = self._counter.wish(permit, pickup, notice)
        self._counter.lending.reserve(KIOSK, wish)
        return wish.id

    def any_edition(self, reservation: ReservationId) -> None:
        with self.service.database.writing() as session:
            session.get_one(ReservationRow, reservation).any_edition = True

    def lend(self, title: TitleId, card: CardNumber = HANAKO_CARD) -> Lent:
        return self.does.lend(card, item(title))

    def copy(
        self,
        title: TitleId,
        home: BranchId = MAIN,
        material: Material = Material.BOOK,
        shelf_mark: str = "",
    ) -> str:
        """One more item of a title; its barcode."""
        with self.service.database.writing() as session:
            there = session.scalars(select(func.count()).select_from(ItemRow)).one()
            barcode = f"copy-{there:03}"
            session.add(
                ItemRow(
                    barcode=barcode,
                    title_id=title,
                    branch_id=home,
                    material=material,
                    shelf_mark=shelf_mark,
                )
            )
        return barcode

    def edition(
        self, title: TitleId, work: str, material: Material = Material.BOOK, shelf_mark: str = ""
    ) -> str:
        """A title of a work, with one item at the main branch; its barcode."""
        with self.service.database.writing() as session:
            put_title(
                session,
                Title(
                    id=title,
                    name=title,
                    material=material,
                    call_number=CallNumber("913.6"),
                    work=work,
                ),
            )
        return self.copy(title, MAIN, material, shelf_mark)

    def closes(self, branch: BranchId, *days: Weekday) -> None:
        with self.service.database.writing() as session:
            session.get_one(BranchRow, branch).closed_weekdays = list(days)

    def state(self, reservation: ReservationId) -> ReservationState:
        return self.row(reservation).state

    def number(self, reservation: ReservationId) -> ReservationNumber:
        return self.row(reservation).number

    def row(self, reservation: ReservationId) -> ReservationRow:
        with self.service.database.session() as session:
            return session.get_one(ReservationRow, reservation)

    def item(self, barcode: str) -> ItemRow:
        with self.service.database.session() as session:
            return session.get_one(ItemRow, barcode)

    def is_kept(self, reservation: ReservationId) -> bool:
        with self.service.database.session() as session:
            return session.get(ReservationRow, reservation) is not None

    def count(self, kind: type[Row]) -> int:
        with self.service.database.session() as session:
            return session.scalars(select(func.count()).select_from(kind)).one()

    @property
    def loans(self) -> int:
        return self.count(LoanRow)

    @property
    def remembered(self) -> int:
        return self.count(HistoryRow)

    def name_of(self, patron: PatronId) -> str:
        with self.service.database.session() as session:
            return session.get_one(PatronRow, patron).name


def on_shelf(next_step: object) -> tuple[str, date]:
    """The place and the last day, of what is put on the hold shelf."""
    assert isinstance(next_step, PutOnHoldShelf), next_step
    return next_step.place, next_step.ready_until


def stands_at(row: ItemRow) -> tuple[ItemState, BranchId | None, BranchId | None]:
    return row.state, row.at_branch_id, row.bound_for_id
