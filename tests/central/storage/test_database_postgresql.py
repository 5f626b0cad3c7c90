"""What is true of PostgreSQL only: a server that many write to, and that may go away."""

import traceback
from collections.abc import Iterator

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from kiosk.central.storage.database import Database
from kiosk.central.storage.engine import place_of
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.domain.errors import LibraryError, StorageBroken, StorageBusy, StorageFull
from tests.central.clock import START

CUT_OFF = text("SELECT pg_terminate_backend(:backend)")
NAME = "佐倉"
OWN_BACKEND = text("SELECT pg_backend_pid()")


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Database]:
    database = Database(postgresql_url)
    yield database
    database.close()


@pytest.fixture
def beside(postgresql_url: str) -> Iterator[Database]:
    """Another process on the same database."""
    beside = Database(postgresql_url)
    yield beside
    beside.close()


def an_attempt(subject: str = "card:1") -> AttemptRow:
    return AttemptRow(subject=subject, count=1, window_ends_at=START)


def write(database: Database, subject: str = "card:1", wait: str = "5s") -> None:
    with database.writing() as session:
        session.execute(text(f"SET LOCAL lock_timeout = '{wait}'"))
        session.add(an_attempt(subject))


def refused(database: Database, state: str) -> None:
    """Let the server refuse a statement with this SQLSTATE, as it does when it is so."""
    with database.session() as session:
        session.execute(
            text(f"DO $$ BEGIN RAISE EXCEPTION 'Sakura' USING ERRCODE = '{state}'; END $$")
        )


def write_as_on_a_replica(database: Database) -> None:
    with database.session() as session:
        session.execute(text("SET TRANSACTION READ ONLY"))
        session.add(an_attempt())
        session.flush()


def test_who_waits_too_long_for_a_row_is_told_that_the_storage_is_busy(
    database: Database, beside: Database
) -> None:
    with database.writing() as session:
        session.add(an_attempt())
        session.flush()
        with pytest.raises(StorageBusy) as busy:
            write(beside, wait="10ms")
        assert not isinstance(busy.value, RaceLost)  # nobody knows yet who wins


def test_two_who_write_the_same_row_are_told_apart(database: Database, beside: Database) -> None:
    write(database)
    with pytest.raises(RaceLost):
        write(beside)


def test_two_who_write_other_rows_do_not_wait_for_each_other(
    database: Database, beside: Database
) -> None:
    with database.writing() as session:
        session.add(an_attempt("card:1"))
        session.flush()
        write(beside, "card:2", wait="10ms")


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", StorageFull),  # disk_full
        ("53300", StorageBusy),  # too_many_connections
        ("57P03", StorageBusy),  # cannot_connect_now
        ("40P01", RaceLost),  # deadlock_detected
        ("25006", StorageBusy),  # read_only_sql_transaction
        ("58030", StorageBroken),  # io_error
        ("XX001", StorageBroken),  # data_corrupted
        ("42501", StorageBroken),  # insufficient_privilege
    ],
)
def test_what_the_server_says_has_a_name_of_ours(
    database: Database, state: str, kind: type[LibraryError]
) -> None:
    with pytest.raises(kind) as told:
        refused(database, state)
    assert type(told.value) is kind


def test_a_statement_of_ours_that_is_wrong_is_no_fault_of_the_storage(database: Database) -> None:
    with pytest.raises(DBAPIError):
        refused(database, "42703")  # undefined_column


def test_a_value_that_no_column_takes_does_not_come_into_the_errors_text(
    database: Database,
) -> None:
    with pytest.raises(DBAPIError) as wrong, database.session() as session:
        session.execute(text("SELECT CAST(:name AS integer)"), {"name": NAME})
    told = "".join(traceback.format_exception(wrong.value))
    assert NAME not in told
    assert "22P02" in told


def test_a_session_whose_server_was_cut_off_fails_and_the_next_one_works(
    database: Database, beside: Database
) -> None:
    def be_cut_off() -> None:
        with database.session() as session, beside.session() as other:
            backend = session.scalar(OWN_BACKEND)
            other.execute(CUT_OFF, {"backend": backend})
            session.scalar(OWN_BACKEND)

    with pytest.raises(StorageBusy):
        be_cut_off()
    write(database)


def test_connections_that_died_while_nobody_used_them_are_replaced_unseen(
    database: Database, beside: Database
) -> None:
    with database.session() as one, database.session() as two:
        backends = [session.scalar(OWN_BACKEND) for session in (one, two)]
    with beside.session() as session:
        for backend in backends:
            assert session.scalar(CUT_OFF, {"backend": backend})
    for subject in ("card:1", "card:2"):
        write(database, subject)


def test_who_only_asks_holds_no_transaction_open(database: Database) -> None:
    began = select(func.transaction_timestamp())
    with database.asking() as session:
        assert session.scalar(began) != session.scalar(began)
    with database.session() as session:
        assert session.scalar(began) == session.scalar(began)


def test_a_leader_that_became_a_replica_is_left(database: Database) -> None:
    with database.session() as session:
        before = session.scalar(OWN_BACKEND)
    with pytest.raises(StorageBusy):
        write_as_on_a_replica(database)
    with database.session() as session:
        assert session.scalar(OWN_BACKEND) != before


def test_an_address_may_name_several_hosts_and_the_one_that_takes_writes_is_found(
    postgresql_url: str,
) -> None:
    folder = postgresql_url.rpartition("host=")[2]
    away = f"{folder}/nobody-here"
    several = postgresql_url.replace(folder, f"{away},{folder}&target_session_attrs=read-write")
    database = Database(several)
    write(database)
    with database.session() as session:
        assert session.scalar(select(AttemptRow.count)) == 1
    database.close()


def test_a_server_that_is_not_there_is_busy(postgresql_url: str) -> None:
    database = Database(f"{postgresql_url}/nobody-here")
    with pytest.raises(StorageBusy), database.session() as session:
        session.scalar(OWN_BACKEND)


def test_a_technician_is_told_why_the_server_was_not_reached(postgresql_url: str) -> None:
    nowhere = Database(postgresql_url.replace("/test_", "/no_such_"))
    with pytest.raises(StorageBusy) as told, nowhere.session() as session:
        session.scalar(OWN_BACKEND)
    place, said = told.value.__notes__
    assert place == nowhere.place
    assert "no_such_" in said
    assert "does not exist" in said
    nowhere.close()


def test_no_password_is_told_with_the_place() -> None:
    place = place_of("postgresql+psycopg://kiosk:sakura@db.example.jp/library")
    assert place == "postgresql+psycopg://kiosk:***@db.example.jp/library"
