import traceback
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, StatementError

from kiosk.central import migrations
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate, newest_revision
from kiosk.central.tables.kiosks import AttemptRow, PatronSessionRow
from kiosk.central.tables.whole import all_tables
from kiosk.domain.errors import StorageBroken
from kiosk.domain.patrons import PatronId
from tests.central.clock import START


def an_attempt(at: datetime = START) -> AttemptRow:
    return AttemptRow(subject="kiosk:001", count=1, window_ends_at=at)


def test_the_migrations_lead_to_the_tables_that_the_rows_describe(database: Database) -> None:
    with database.connection() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, all_tables()) == []


def test_the_migrations_are_one_line_to_the_newest() -> None:
    [folder] = migrations.__path__
    assert ScriptDirectory(folder).get_current_head() == newest_revision()


def test_migrating_twice_keeps_what_is_there(database_url: str, database: Database) -> None:
    with database.writing() as session:
        session.add(an_attempt())
    migrate(database_url)
    with database.session() as session:
        assert session.scalar(select(AttemptRow.count)) == 1


def test_an_instant_comes_back_in_utc(database: Database) -> None:
    in_japan = START.astimezone(timezone(timedelta(hours=9)))
    with database.writing() as session:
        session.add(an_attempt(in_japan))
    with database.session() as session:
        at = session.scalars(select(AttemptRow.window_ends_at)).one()
    assert at == START
    assert at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises((StatementError, AssertionError)), database.writing() as session:
        session.add(an_attempt(START.replace(tzinfo=None)))


def test_a_row_for_nobody_is_refused(database: Database) -> None:
    nobody = PatronSessionRow(
        token_hash="0",
        patron_id=PatronId("nobody"),
        kiosk_number="001",
        expires_at=START,
        ends_at=START,
    )
    with pytest.raises(IntegrityError) as refused, database.writing() as session:
        session.add(nobody)
    told = "".join(traceback.format_exception(refused.value))
    assert "'nobody'" not in told  # no value of a row comes into an error's text,
    assert "(nobody)" not in told  # nor into that of its cause


def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    def write_half() -> None:
        with database.writing() as session:
            session.add(an_attempt())
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    with database.session() as session:
        assert session.scalar(select(AttemptRow.count)) is None


@pytest.mark.parametrize("place", ["missing/central.sqlite", "broken.sqlite"])
def test_data_that_cannot_be_opened_have_a_name(tmp_path: Path, place: str) -> None:
    (tmp_path / "broken.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StorageBroken):
        migrate(f"sqlite:///{tmp_path / place}")
