"""The machine on each database; every example begins with a copy of the same small town."""

import shutil
from pathlib import Path

import pytest

from kiosk.central.storage.database import Database
from tests.central.ending import Ending
from tests.central.model.machine import LibraryMachine
from tests.central.model.town import fill
from tests.throwaway.postgres import Postgres


@pytest.fixture(scope="session")
def sqlite_town(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("town") / "central.sqlite"
    _filled(f"sqlite:///{shutil.copy(empty_sqlite, file)}")
    return file


@pytest.fixture(scope="session")
def postgresql_town(postgres_server: Postgres, empty_postgres: str) -> str:
    name = postgres_server.create(empty_postgres)
    _filled(postgres_server.url(name))
    return name


@pytest.fixture(scope="session")
def sqlite_lived_in(tmp_path_factory: pytest.TempPathFactory) -> Ending:
    return Ending(f"sqlite:///{tmp_path_factory.mktemp('lived_in') / 'central.sqlite'}")


@pytest.fixture
def on_sqlite(sqlite_town: Path, sqlite_lived_in: Ending) -> type[LibraryMachine]:
    class OnSqlite(LibraryMachine):
        def new_database(self) -> Ending:
            file = Path(sqlite_lived_in.place)
            for each in file.parent.iterdir():
                each.unlink()
            shutil.copy(sqlite_town, file)
            return sqlite_lived_in

    return OnSqlite


@pytest.fixture
def on_postgresql(postgres_server: Postgres, postgresql_town: str) -> type[LibraryMachine]:
    lived_in = Ending(postgres_server.url("lived_in"))

    class OnPostgresql(LibraryMachine):
        def new_database(self) -> Ending:
            postgres_server.drop("lived_in")
            postgres_server.create(postgresql_town, "lived_in")
            return lived_in

    return OnPostgresql


def _filled(url: str) -> None:
    """Closed again, so that all of it is in the file."""
    database = Database(url)
    fill(database)
    database.close()
