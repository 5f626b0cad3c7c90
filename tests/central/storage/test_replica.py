"""What may be some seconds old is read from a replica, where there is one that is fresh enough."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text

from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.central.storage.replica import Replica
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.central.tables.titles import TitleRow
from tests.central import small_library
from tests.central.clock import START
from tests.throwaway.postgres import Postgres
from tests.throwaway.replica import Follower, following

FRESH_S = 60.0
CUT_OTHERS_OFF = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
)
IS_REPLICA = text("SELECT pg_is_in_recovery()")


@pytest.fixture(scope="module")
def follower(postgres_server: Postgres) -> Iterator[Follower]:
    with following(postgres_server) as follower:
        yield follower


@pytest.fixture
def replica_url(postgresql_url: str, postgres_server: Postgres, follower: Follower) -> str:
    """Of the same database on the replica."""
    follower.catch_up()
    return postgresql_url.replace(str(postgres_server.folder), str(follower.folder))


@pytest.fixture
def database(postgresql_url: str, replica_url: str, follower: Follower) -> Iterator[Database]:
    database = Database(postgresql_url, Replica(replica_url, FRESH_S))
    count_attempts(database, 1)  # so that the replica has just been told something
    follower.catch_up()
    yield database
    database.close()


def count_attempts(database: Database, count: int) -> None:
    with database.writing() as session:
        session.merge(AttemptRow(subject="card:1", count=count, window_ends_at=START))


def attempts_read(database: Database) -> int | None:
    with database.reading() as session:
        return session.scalar(select(AttemptRow.count))


def reads_from_replica(database: Database) -> bool:
    with database.reading() as session:
        return bool(session.scalar(IS_REPLICA))


def test_what_may_be_old_is_read_from_the_replica(database: Database) -> None:
    assert reads_from_replica(database)
    assert attempts_read(database) == 1


def test_all_else_is_read_from_the_leader(database: Database) -> None:
    with database.session() as session:
        assert session.scalar(IS_REPLICA) is False
    with database.writing() as session:
        assert session.scalar(IS_REPLICA) is False


def test_a_replica_that_stands_still_tells_what_it_knows_and_the_leader_what_is(
    database: Database, follower: Follower
) -> None:
    follower.stand_still()
    try:
        count_attempts(database, 2)
        assert attempts_read(database) == 1
        with database.session() as session:
            assert session.scalar(select(AttemptRow.count)) == 2
    finally:
        follower.go_on()
    follower.catch_up()
    assert attempts_read(database) == 2


def test_one_that_is_too_far_behind_is_not_asked(
    database: Database, postgresql_url: str, replica_url: str, follower: Follower
) -> None:
    strict = Database(postgresql_url, Replica(replica_url, 0.0))
    follower.stand_still()
    try:
        count_attempts(database, 2)
        assert not reads_from_replica(strict)
        assert attempts_read(strict) == 2
    finally:
        follower.go_on()
        strict.close()


def test_where_the_replica_is_away_the_leader_answers(postgresql_url: str) -> None:
    alone = Database(postgresql_url, Replica(f"{postgresql_url}/nobody-here", FRESH_S))
    count_attempts(alone, 3)
    assert [attempts_read(alone) for _ in range(2)] == [3, 3]
    alone.close()


def test_a_replica_whose_connections_died_is_asked_anew(
    database: Database, replica_url: str
) -> None:
    assert reads_from_replica(database)
    beside = Database(replica_url)
    with beside.session() as session:
        session.execute(CUT_OTHERS_OFF)
    beside.close()
    assert reads_from_replica(database)


def test_of_several_hosts_the_one_that_follows_is_asked(
    postgresql_url: str, postgres_server: Postgres, replica_url: str, follower: Follower
) -> None:
    folders = f"{postgres_server.folder},{follower.folder}"
    several = postgresql_url.replace(str(postgres_server.folder), folders)
    url = f"{several}&target_session_attrs=prefer-standby"
    database = Database(postgresql_url, Replica(url, FRESH_S))
    count_attempts(database, 1)
    follower.catch_up()
    assert reads_from_replica(database)
    database.close()


def test_the_feeds_are_told_by_the_replica(database: Database, follower: Follower) -> None:
    small_library.fill(database)
    feed = Feed(database)
    numbering = feed.records(0, 10).numbering  # the leader keeps it, the first time
    follower.catch_up()
    follower.stand_still()
    try:
        with database.writing() as session:
            session.execute(text("UPDATE title SET is_withdrawn = true"))
        page = feed.records(0, 100)
        with database.session() as session:
            assert set(session.scalars(select(TitleRow.is_withdrawn))) == {True}
    finally:
        follower.go_on()
    assert page.numbering == numbering
    assert any(change.record is not None for change in page.changes)
    assert feed.branches() != ()
