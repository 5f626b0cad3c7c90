"""A library with kiosks, patrons, titles and loans enough for a trial, and its real service."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.central.accounts.hashing import ArgonHasher
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.records.changes import put_title
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import LibraryError
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.titles import CallNumber, Material, Title, TitleId
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.supervisor.service import Service
from tests.project.files import ROOT
from tests.trials.served import CHEAP

MAIN = BranchId("main")
PASSWORD = "sakura2026"
PATIENCE_S = 60.0
TURN_S = 0.02


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is for each kiosk; each has a patron of its own."""

    kiosks: int
    titles: int  # to be reserved
    loans: int = 0

    def card(self, kiosk: int) -> CardNumber:
        return CardNumber(f"{kiosk:08}")

    def title(self, kiosk: int, nth: int) -> TitleId:
        return TitleId(f"title-{kiosk}-{nth}")

    def loan(self, kiosk: int, nth: int) -> str:
        return f"loan-{kiosk}-{nth}"


class Town:
    """Filled once; the service is kept running until the block is left."""

    def __init__(self, folder: Path, database_url: str, size: Size) -> None:
        self.folder = folder
        self.size = size
        self.database = Database(database_url)
        self.keys = fill(self.database, size)
        self.socket = folder / "service.sock"
        policy = generous(folder)
        module = [sys.executable, "-m", "tests.trials.served"]
        command = [*module, database_url, str(folder / "data"), str(policy)]
        self.said: list[str] = []
        self.service = Service(command, self.socket, say=self.said.append)

    @contextmanager
    def served(self) -> Iterator["Town"]:
        ended = threading.Event()

        def keep() -> None:
            while not ended.wait(TURN_S):
                self.service.keep_running()

        keeper = threading.Thread(target=keep)
        with ExitStack() as stack:
            stack.callback(self.database.close)
            stack.callback(self.service.stop)
            stack.callback(keeper.join)
            stack.callback(ended.set)
            keeper.start()
            self.until_answered()
            yield self

    def until_answered(self) -> None:
        """Whether it is well needs no key."""
        limits = LineLimits(connect_s=5.0, tries=1)  # fifty kiosks are served meanwhile
        http = CentralHttp.over_socket(self.socket, "nobody's", limits)
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            with suppress(LibraryError):
                http.reach()
                http.close()
                return
        raise AssertionError(self.said)


def generous(folder: Path) -> Path:
    """A policy in which a renewal that is counted twice would be seen in the due date."""
    (folder / "data").mkdir(mode=0o700)
    policy = folder / "policy.toml"
    text = (ROOT / "assets" / "policies" / "demonstration.toml").read_text(encoding="utf-8")
    changed = text.replace("times = 1\n", "times = 9\n").replace(
        "opens_days_before = 0", "opens_days_before = 300"
    )
    assert changed != text, "the policy says renewals in other words now"
    policy.write_text(changed.replace("limit = 20", "limit = 99"), encoding="utf-8")
    return policy


def fill(database: Database, size: Size) -> list[str]:
    """The keys of the kiosks."""
    password = ArgonHasher(CHEAP).hash(PASSWORD)
    with database.writing() as session:
        session.add(BranchRow(id=MAIN, name="本館", rank=1))
        session.flush()
        for kiosk in range(1, size.kiosks + 1):
            session.add(patron(kiosk, size, password))
            for nth in range(size.titles):
                put_title(session, _title(size.title(kiosk, nth)))
            for nth in range(size.loans):
                put_title(session, _title(TitleId(size.loan(kiosk, nth))))
        session.flush()
        for kiosk in range(1, size.kiosks + 1):
            session.add_all(_item(size.title(kiosk, nth)) for nth in range(size.titles))
            loans = [size.loan(kiosk, nth) for nth in range(size.loans)]
            session.add_all(_item(TitleId(loan), ItemState.ON_LOAN) for loan in loans)
            session.flush()
            session.add_all(_loan(loan, kiosk) for loan in loans)
    kiosks = KnownKiosks(database)
    return [kiosks.register(f"{number:03}", MAIN) for number in range(1, size.kiosks + 1)]


def patron(kiosk: int, size: Size, password_hash: str) -> PatronRow:
    return PatronRow(
        id=PatronId(f"patron-{kiosk}"),
        card_number=size.card(kiosk),
        name="図書 花子",
        birth_date=date(1990, 4, 1),
        password_hash=password_hash,
    )


def due_on() -> date:
    return datetime.now(UTC).date() + timedelta(days=3)


def _title(title: TitleId) -> Title:
    return Title(title, title, material=Material.BOOK, call_number=CallNumber("913.6", "ナツ"))


def _item(title: TitleId, state: ItemState = ItemState.ON_SHELF) -> ItemRow:
    return ItemRow(
        barcode=f"item-{title}",
        title_id=title,
        branch_id=MAIN,
        material=Material.BOOK,
        shelf_mark="",
        shelf="24",
        floor="",
        is_reference=False,
        state=state,
    )


def _loan(loan: str, kiosk: int) -> LoanRow:
    due = due_on()
    return LoanRow(
        id=loan,
        item_barcode=f"item-{loan}",
        patron_id=PatronId(f"patron-{kiosk}"),
        lent_on=due - timedelta(days=14),
        due_on=due,
    )
