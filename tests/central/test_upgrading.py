"""A library that an earlier version filled goes on with everything in it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

import kiosk.central
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import is_up_to_date, migrate, newest_revision
from kiosk.domain.errors import StorageBroken
from tests.central.filling_tables import counted, fill_tables
from tests.throwaway.postgres import Postgres

MIGRATIONS = Path(kiosk.central.__path__[0]) / "migrations"
EARLIER = sorted(
    one.revision
    for one in ScriptDirectory(MIGRATIONS).walk_revisions()
    if one.revision != newest_revision()
)
MIGRATES = "import sys; from kiosk.central.storage.migrate import migrate; migrate(sys.argv[1])"
AT_ONCE = 3
COUNTED_ANEW = {"attempt"}  # failed sign-ins of the last minutes


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Of a file that is not there yet."""
    return f"sqlite:///{tmp_path / 'central.sqlite'}"


@pytest.fixture
def postgresql_url(postgres_server: Postgres) -> Iterator[str]:
    """Of a database without tables."""
    database = postgres_server.create()
    yield postgres_server.url(database)
    postgres_server.drop(database)


def at_revision(database: Database, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.connection() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


@pytest.mark.parametrize("revision", EARLIER)
def test_a_filled_library_of_any_version_is_brought_up_to_date(
    database: Database, revision: str
) -> None:
    at_revision(database, revision)
    with database.connection() as connection:
        before = fill_tables(connection)
    migrate(database.url)
    assert is_up_to_date(database)
    with database.connection() as connection:
        after = counted(connection)
        if connection.dialect.name == "sqlite":  # PostgreSQL sees to it itself
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    kept = before.keys() - COUNTED_ANEW
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}


def test_rows_in_every_table_are_kept_by_a_second_migration(database: Database) -> None:
    migrate(database.url)
    with database.connection() as connection:
        before = fill_tables(connection)
    migrate(database.url)
    with database.connection() as connection:
        assert counted(connection) == before


def test_a_database_of_a_newer_version_is_refused_in_a_clear_sentence(database: Database) -> None:
    migrate(database.url)
    with database.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageBroken) as refused:
        migrate(database.url)
    [note] = refused.value.__notes__
    assert note == f"{database.place}: a newer version of this program wrote it"


def test_services_that_start_at_once_migrate_once(postgresql_url: str) -> None:
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATES, postgresql_url],
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(AT_ONCE)
    ]
    said = [process.communicate()[1] for process in starting]
    assert said == [""] * AT_ONCE
    assert [process.returncode for process in starting] == [0] * AT_ONCE
    database = Database(postgresql_url)
    assert is_up_to_date(database)
    database.close()


def test_a_role_that_may_only_serve_is_told_who_migrates(
    postgres_server: Postgres, postgresql_url: str
) -> None:
    owner = Database(postgresql_url)
    with owner.connection() as connection:
        connection.execute(text("DROP ROLE IF EXISTS serving"))
        connection.execute(text("CREATE ROLE serving LOGIN"))
    owner.close()
    url = postgresql_url.replace("//kiosk@", "//serving@")
    with pytest.raises(StorageBroken) as refused:
        migrate(url)
    assert "run `kiosk central migrate` with the role that owns them" in refused.value.__notes__[0]
    assert postgres_server.answers()


def test_a_role_that_may_only_serve_starts_on_tables_that_are_up_to_date(
    postgresql_url: str,
) -> None:
    migrate(postgresql_url)
    owner = Database(postgresql_url)
    with owner.connection() as connection:
        connection.execute(text("DROP ROLE IF EXISTS served"))
        connection.execute(text("CREATE ROLE served LOGIN"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO served"))
    migrate(postgresql_url.replace("//kiosk@", "//served@"))
    with owner.connection() as connection:
        connection.execute(text("DROP OWNED BY served"))
        connection.execute(text("DROP ROLE served"))
    owner.close()
