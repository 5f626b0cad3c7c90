"""Where the suites stand: one library, held in memory or by the real service over its socket."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from sqlalchemy import column, select

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.policy_file import read_policy
from kiosk.central.records.changes import availability_changed, put_title
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.items import ItemState
from kiosk.domain.loans import LoanId
from kiosk.domain.patrons import MyNumberProof, PatronId
from kiosk.domain.policy import PickupPolicy
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import FoundTitle
from kiosk.ports import Accounts, Calls, Details, Loans, Reservations
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.calls import CentralCalls
from kiosk.services.central.details import CentralDetails
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.loans import CentralLoans
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.my_number import PIN, SimulatedMyNumberCard
from kiosk.services.simulated.patrons import CARD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BRANCHES, CENTRAL_BRANCH, SMALL_BRANCH, STOCK
from tests.central.card_authority import CardAuthority
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher

POLICY = Path(__file__).parents[3] / "assets" / "policies" / "demonstration.toml"
GOOD, UNBOUND = "bound by the patron", "bound by nobody"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a suite works with, whichever make stands behind it."""

    accounts: Accounts
    reservations: Reservations
    calls: Calls
    details: Details
    last_code: Callable[[], str]  # as it stands in the patron's mailbox
    prove: Callable[[str, bytes], MyNumberProof]  # by a card that is GOOD or UNBOUND
    set_state: Callable[[ReservationId, ReservationState], None]  # as staff would
    loans: Loans
    lend: Callable[[FoundTitle, date], LoanId]  # to the patron with CARD, due on that day
    take_back: Callable[[LoanId], None]


def simulated_desk() -> Desk:
    library = SimulatedLibrary()
    library.loans.takes_all_back(CARD)
    cards = {GOOD: SimulatedMyNumberCard(), UNBOUND: SimulatedMyNumberCard(certificate=b"unknown")}
    return Desk(
        library.accounts,
        library.reservations,
        library.calls,
        library.details,
        lambda: library.details.last_code,
        lambda which, challenge: cards[which].prove(PIN, challenge),
        library.reservations.sets_state,
        library.loans,
        lambda found, due_on: library.loans.lends(CARD, found.title, due_on),
        library.loans.takes_back,
    )


class CentralLibrary:
    """The real service on SQLite, which can be stopped and started, and a kiosk's clients."""

    def __init__(self, folder: Path, authority: CardAuthority) -> None:
        self.address = folder / "central"
        self._database = Database(_migrated(folder))
        policy = replace(
            read_policy(POLICY), pickup=PickupPolicy(no_audiovisual_at=(SMALL_BRANCH.id,))
        )
        trust = LocalTrust((authority.certificate,))
        self.service = assemble(self._database, TurnedClock(), policy, CountingHasher(), trust)
        _fill(self.service)
        self._cards = {GOOD: authority.issue(), UNBOUND: authority.issue()}
        bound = Credential.of(self._cards[GOOD].certificate)
        Credentials(self._database).bind(PatronId("patron"), bound)
        key = self.service.kiosks.register("007", CENTRAL_BRANCH.id)
        self.http = CentralHttp.over_socket(self.address, key, LineLimits(retry_within_s=0.1))
        self.outbox = SqliteOutbox(folder, 7)

    def desk(self) -> Desk:
        catalogue = SimulatedCatalogue()
        return Desk(
            CentralAccounts(self.http),
            CentralReservations(self.http, self.outbox, catalogue, FixedClock()),
            CentralCalls(self.http, "2階 一般"),
            CentralDetails(self.http),
            lambda: _last_code(self._database),
            lambda which, challenge: self._cards[which].proof(challenge),
            lambda reservation, state: _set_state(self._database, reservation, state),
            CentralLoans(self.http),
            lambda found, due_on: _lend(self._database, found, due_on),
            lambda loan: _take_back(self._database, loan),
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        self.address.unlink(missing_ok=True)
        with _listening(make_app(self.service), self.address):
            yield

    def close(self) -> None:
        self.http.close()
        self.outbox.close()
        self._database.close()


@contextmanager
def _listening(app: FastAPI, address: Path) -> Iterator[None]:
    """Serve on a socket that listens before the server runs: nobody waits for it."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()


def _last_code(database: Database) -> str:
    written = select(LetterRow).order_by(LetterRow.written_at, column("rowid"))
    with database.session() as session:
        codes = [letter.facts["code"] for letter in session.scalars(written) if letter.facts]
    return codes[-1]


def _migrated(folder: Path) -> str:
    url = f"sqlite:///{folder / 'central.sqlite'}"
    migrate(url)
    return url


def _fill(service: Service) -> None:
    """The simulated library's own stock and patrons."""
    with service.database.writing() as session:
        for rank, branch in enumerate(BRANCHES):
            session.add(
                BranchRow(
                    id=branch.id,
                    name=branch.name,
                    rank=rank,
                    latin_name=branch.latin_name,
                    telephone=branch.telephone,
                )
            )
        session.add_all(
            [
                PatronRow(
                    id=PatronId("patron"),
                    card_number=CARD,
                    name="",
                    birth_date=date(1990, 4, 1),
                    password_hash=service.passwords.hasher.hash(PASSWORD),
                    email="hanako@example.jp",
                    email_is_confirmed=True,
                    telephone="090-1234-5678",
                    telephone_is_confirmed=True,
                ),
                PatronRow(
                    id=PatronId("new"), card_number=NEW_CARD, name="", birth_date=date(2020, 9, 10)
                ),
            ]
        )
    for found in STOCK:
        _add(service.database, found)


def _add(database: Database, found: FoundTitle) -> None:
    title = found.title
    with database.writing() as session:
        put_title(session, title)
        session.flush()
        for holding in found.availability.holdings:
            session.add(
                ItemRow(
                    barcode=f"{title.id}-{holding.branch.id}",
                    title_id=title.id,
                    branch_id=holding.branch.id,
                    material=title.material,
                    shelf=holding.shelf,
                    floor=holding.floor,
                    is_reference=holding.is_reference,
                    state=ItemState.ON_SHELF,
                )
            )
        session.flush()
        availability_changed(session, [title.id])


def _set_state(database: Database, reservation: ReservationId, state: ReservationState) -> None:
    with database.writing() as session:
        session.get_one(ReservationRow, reservation).state = state


def _lend(database: Database, found: FoundTitle, due_on: date) -> LoanId:
    """The first of its items."""
    title = found.title.id
    with database.writing() as session:
        of_title = select(ItemRow).where(ItemRow.title_id == title).order_by(ItemRow.barcode)
        item = session.scalars(of_title.limit(1)).one()
        item.state = ItemState.ON_LOAN
        session.add(
            LoanRow(
                id=f"loan-{title}",
                item_barcode=item.barcode,
                patron_id=PatronId("patron"),
                lent_on=due_on - timedelta(days=14),
                due_on=due_on,
            )
        )
    return LoanId(f"loan-{title}")


def _take_back(database: Database, loan: LoanId) -> None:
    with database.writing() as session:
        row = session.get_one(LoanRow, loan)
        session.get_one(ItemRow, row.item_barcode).state = ItemState.ON_SHELF
        session.delete(row)
