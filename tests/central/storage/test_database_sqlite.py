"""What is true of SQLite only: one file, one writer."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import select, text

from kiosk.central.storage.database import Database
from kiosk.central.storage.engine import MOST_CONNECTIONS
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.domain.errors import StorageBusy, StorageFull
from tests.central.clock import START


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    database = Database(sqlite_url)
    yield database
    database.close()


def test_a_second_writer_waits_and_then_is_told_that_the_storage_is_busy(
    database: Database,
) -> None:
    def write_beside() -> None:
        with database.session() as reading:  # a reader may come in meanwhile
            reading.execute(text("PRAGMA busy_timeout = 10"))
            reading.execute(text("INSERT INTO attempt VALUES ('card:1', 1, '2026-01-01')"))

    with database.writing() as session:
        session.scalar(select(AttemptRow.count))  # what is read here must stay true
        with pytest.raises(StorageBusy):
            write_beside()


def test_who_finds_all_connections_taken_is_told_that_the_storage_is_busy(
    database: Database,
) -> None:
    def ask() -> None:
        with database.session() as one_more:
            one_more.execute(text("SELECT 1"))

    with ExitStack() as others:
        for _ in range(MOST_CONNECTIONS):
            others.enter_context(database.session()).execute(text("SELECT 1"))
        with pytest.raises(StorageBusy):
            ask()


def test_a_full_disk_has_a_name(database: Database) -> None:
    def fill() -> None:
        with database.writing() as session:
            session.execute(text("PRAGMA max_page_count = 1"))
            for number in range(1000):
                session.add(
                    AttemptRow(subject="x" * 1000 + str(number), count=1, window_ends_at=START)
                )

    with pytest.raises(StorageFull):
        fill()
