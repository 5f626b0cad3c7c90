"""A library of any size for the measuring, written the quickest way each database knows."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import psycopg
from sqlalchemy.engine import make_url

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import CardNumber
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.titles import TitleId

PASSWORD = "sakura2026"  # noqa: S105 - of nobody
MAIN = "branch-0"
COUNTER = 999  # the kiosk that made what waits already
Cells = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Size:
    patrons: int
    titles: int = 20_000
    items_each: int = 2
    loans: int = 12_000
    wanted: int = 200  # titles that many wait for
    waiting_each: int = 15
    branches: int = 10
    kiosks: int = 200

    @property
    def waiting(self) -> int:
        return self.wanted * self.waiting_each


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: str
    rows: Iterable[Cells]


def card(patron: int) -> CardNumber:
    return CardNumber(f"{patron:08}")


def title_id(title: int) -> TitleId:
    return TitleId(f"title-{title:06}")


def fill(url: str, size: Size) -> list[str]:
    """A migrated and filled database; the keys of its kiosks."""
    migrate(url)
    if make_url(url).get_backend_name() == "sqlite":
        _into_sqlite(url, _tables(size))
    else:
        _into_postgresql(url, _tables(size))
    database = Database(url)
    known = KnownKiosks(database)
    numbers = (f"{number:03}" for number in range(1, size.kiosks + 1))
    keys = [known.register(number, BranchId(MAIN)) for number in numbers]
    database.close()
    return keys


def _into_sqlite(url: str, tables: Iterable[Table]) -> None:
    connection = sqlite3.connect(make_url(url).database or "")
    with connection:
        for table in tables:
            marks = ", ".join("?" * len(table.columns.split(",")))
            said = f"INSERT INTO {table.name} ({table.columns}) VALUES ({marks})"  # noqa: S608 - ours
            connection.executemany(said, table.rows)
    connection.close()


def _into_postgresql(url: str, tables: Iterable[Table]) -> None:
    """With what its autovacuum would know of the tables a minute later."""
    plain = url.replace("+psycopg", "", 1)
    with psycopg.connect(plain, autocommit=True, options="-c timezone=UTC") as connection:
        for table in tables:
            said = f"COPY {table.name} ({table.columns}) FROM STDIN".encode()
            with connection.cursor() as cursor, cursor.copy(said) as copy:
                for row in table.rows:
                    copy.write_row(row)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _tables(size: Size) -> Iterator[Table]:
    yield Table("branch", 'id, name, "rank", closed_weekdays, latin_name, telephone, hours', (
        (f"branch-{nth}", f"分館{nth}", nth, '["monday"]', "", "", "")
        for nth in range(size.branches)
    ))  # fmt: skip
    yield Table("title", _TITLE, (_title(nth) for nth in range(size.titles)))
    yield Table("item", _ITEM, _items(size))
    yield Table("patron", _PATRON, _patrons(size))
    yield Table("loan", _LOAN, (_loan(nth, size) for nth in range(size.loans)))
    yield Table("reservation", _RESERVATION, _reservations(size))
    counters = [("record", size.titles), ("reservation", size.waiting)]
    yield Table("counter", "name, value", counters)


_TITLE = (
    "id, change, name, reading, creators, publisher, year, material, ndc, mark, volume, language,"
    " isbn, is_for_children, summary, subjects, series, extent, added_on, set_id, part, part_rank,"
    " work, is_withdrawn"
)


def _title(nth: int) -> Cells:
    """Every fifth has another edition beside it."""
    work = f"work-{nth // 10}" if nth % 10 < 2 else ""
    creators = json.dumps([{"name": f"著者{nth % 5000}", "reading": None, "role": "著"}])
    before = (title_id(nth), nth + 1, f"書名 第{nth}", "ショメイ", creators, "出版社", 2000)
    called = ("book", "913.6", "チ", "", "jpn", None, 0, "あらすじ" * 20, "[]", None, "200p")
    return (*before, *called, "2020-04-01", None, "", 0, work, 0)


_ITEM = "barcode, title_id, branch_id, material, shelf_mark, shelf, floor, is_reference, state, hold_shelf"  # noqa: E501


def _items(size: Size) -> Iterator[Cells]:
    """The first ones are lent: those that many wait for among them."""
    for nth in range(size.titles * size.items_each):
        title, branch = title_id(nth // size.items_each), f"branch-{nth % size.branches}"
        state = "on_loan" if nth < size.loans else "on_shelf"
        yield (_barcode(nth), title, branch, "book", "", "24", "2", 0, state, "")


def _barcode(nth: int) -> str:
    return f"{nth:09}"


_PATRON = (
    "id, card_number, name, birth_date, password_hash, email, email_is_confirmed,"
    " telephone, telephone_is_confirmed, fax_is_confirmed, keeps_history"
)


def _patrons(size: Size) -> Iterator[Cells]:
    """All with one password, whose hash costs what a real one does."""
    password = ArgonHasher(HashCost()).hash(PASSWORD)
    for nth in range(size.patrons):
        address, number = f"p{nth}@example.invalid", f"03{nth:08}"
        whose = (f"patron-{nth}", card(nth), "図書 花子", "1990-04-01", password)
        yield (*whose, address, 1, number, 1, 0, 0)


_LOAN = "id, item_barcode, patron_id, lent_on, due_on, renewals, slot"


def _loan(nth: int, size: Size) -> Cells:
    """Three for a patron, and three more for each where there are few."""
    lent = datetime.now(UTC).date() - timedelta(days=nth % 14)
    due = lent + timedelta(days=14)
    rounds, patron = divmod(nth // 3, size.patrons)
    slot = rounds * 3 + nth % 3 + 1
    return (f"loan-{nth}", _barcode(nth), f"patron-{patron}", str(lent), str(due), 0, slot)


_RESERVATION = (
    "id, number, permit_id, patron_id, title_id, pickup_id, notice, channel, quota_group,"
    ' quota_slot, state, "place", requested_at, first_answer, hold_shelf, any_edition'
)


def _reservations(size: Size) -> Iterator[Cells]:
    """The queues, of patrons who have one reservation each."""
    at = datetime(date.today().year, 1, 1).isoformat(" ") + ".000000"  # noqa: DTZ001, DTZ011 - any
    for nth in range(size.waiting):
        number = reservation_number(COUNTER, nth + 1)
        whose = (f"waiting-{nth}", number, None, f"patron-{nth % size.patrons}")
        what = (title_id(nth % size.wanted + size.titles // 100), MAIN, "email", "internet", "book")
        yield (*whose, *what, nth // size.patrons + 1, "queued", nth + 1, at, "{}", "", 0)
