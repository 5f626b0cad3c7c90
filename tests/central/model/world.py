"""The service beside its model: the same deed is done to both, and both must say the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.clock import Clock
from kiosk.central.database import Database
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.loans import Loans
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.circulation import Next, PutOnHoldShelf, SendForPickup, SendHome
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LibraryError
from kiosk.domain.loans import LoanId
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import Permit, ReservationId, Wish
from kiosk.domain.titles import Material, TitleId
from tests.central import small_library
from tests.central.clock import TurnedClock
from tests.central.model.library import SAID_NO, Item, Library, Sealed
from tests.central.small_library import KIOSK, POLICY

PATRONS = {"hanako": "00000001", "taro": "00000002", "jiro": "00000003"}
BOOKS = {"botchan": "", "old": "w", "new": "w", "kokoro": ""}
CDS = ("serenade", "rakugo", "third")
TITLES = (*BOOKS, *CDS)
COPY = "copy-botchan"  # at the branch in the east
ITEMS = (*(f"item-{title}" for title in TITLES), COPY)


class CrashedError(Exception):
    """The process is gone, in the middle of a deed."""


class Crashing(Database):
    """Ends a deed just before it would be kept, when told to."""

    crashes = False

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with super().writing() as session:
            yield session
            session.flush()
            if self.crashes:
                raise CrashedError


@dataclass(frozen=True, slots=True)
class Makers:
    """Of the parts that are tried; a test puts one there that forgets a rule."""

    lending: Callable[[Database, Policy, Clock], Lending] = Lending
    circulation: Callable[[Database, Policy, Clock], Circulation] = Circulation
    loans: Callable[[Database, Policy, Clock], Loans] = Loans


@dataclass
class World:
    """Whatever the service must remember is in its database: the rest is thrown away at a crash."""

    url: str
    makers: Makers = field(default_factory=Makers)

    def __post_init__(self) -> None:
        self.clock = TurnedClock()
        self.model = Library(
            works={title: BOOKS.get(title, "") for title in TITLES},
            groups={title: "book" if title in BOOKS else "cd" for title in TITLES},
            items={code: Item(code.partition("-")[2], "main") for code in ITEMS},
            now=self.clock.now(),
        )
        self.model.items[COPY].home = "east"
        self.permits: list[tuple[Permit, Sealed]] = []
        self.wishes: list[tuple[Wish, int]] = []  # each with its permit's place in the list
        self.assemble()
        _fill(self.database)

    def assemble(self) -> None:
        """A new process, that knows what the database knows."""
        self.database = Crashing(self.url)
        given = (self.database, POLICY, self.clock)
        self.lending = self.makers.lending(*given)
        self.circulation = self.makers.circulation(*given)
        self.loans = self.makers.loans(*given)

    def close(self) -> None:
        self.database.close()

    def turn(self, by: timedelta) -> None:
        self.clock.turn(by)
        self.model.now += by

    def crash_in(self, deed: Callable[[], str]) -> None:
        """Let a deed end before it is kept, and begin anew."""
        self.database.crashes = True
        with suppress(CrashedError):
            told(deed)
        self.close()
        self.assemble()

    # ---- the patron
    def options(self, patron: str, title: str) -> str:
        given = self.lending.options(
            PatronId(patron), TitleId(title), KIOSK, BranchId("main"), Channel.KIOSK
        )
        sealed = (str(len(self.permits)), patron, title, self.clock.now())
        self.permits.append((given.permit, sealed))
        return ""

    def wish(self, nth_permit: int, pickup: str, *, any_edition: bool) -> Wish:
        count = len(self.wishes) + 1
        wish = Wish(
            ReservationId(str(UUID(int=count))),
            reservation_number(1, count),
            self.permits[nth_permit][0],
            BranchId(pickup),
            NoticeMethod.NONE,
            any_edition,
        )
        self.wishes.append((wish, nth_permit))
        return wish

    def reserve(self, wish: Wish) -> str:
        self.lending.reserve(KIOSK, wish)
        return "placed"

    def renew(self, patron: str, code: str) -> str:
        with self.database.session() as session:
            is_its = (LoanRow.item_barcode == code) & LoanRow.returned_at.is_(None)
            loan = session.scalars(select(LoanRow.id).where(is_its)).first()
        return f"until {self.loans.renew(PatronId(patron), LoanId(loan or 'none')).due_on}"

    # ---- the counter
    def lend(self, patron: str, code: str) -> str:
        self.circulation.lend(CardNumber(PATRONS[patron]), code)
        return "lent"


def told(deed: Callable[[], str]) -> str:
    try:
        return deed()
    except LibraryError as refused:
        return SAID_NO + type(refused).__name__


def step(following: Next) -> str:
    """What is to be done next, as the model says it."""
    match following:
        case PutOnHoldShelf():
            return f"hold until {following.ready_until}"
        case SendForPickup():
            return f"send to {following.to.id}"
        case SendHome():
            return f"home to {following.to.id}"
    return "shelve"


def _fill(database: Database) -> None:
    with database.writing() as session:
        session.add_all(
            [
                BranchRow(id=BranchId("main"), name="本館", rank=1),
                BranchRow(id=BranchId("east"), name="東分館", rank=2),
                *(small_library.patron(PatronId(who), card) for who, card in PATRONS.items()),
            ]
        )
    for title, work in BOOKS.items():
        small_library.add_title(database, TitleId(title), work=work)
    for title in CDS:
        small_library.add_title(database, TitleId(title), Material.CD, shelf_mark="C762")
    with database.writing() as session:
        copy = ItemRow(
            barcode=COPY,
            title_id=TitleId("botchan"),
            branch_id=BranchId("east"),
            material=Material.BOOK,
        )
        session.add(copy)
