"""Empty, migrated databases of both kinds, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.central.storage.migrate import migrate
from tests.throwaway.postgres import Postgres, postgres

TEMPLATE = "empty"


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without rows."""
    file = tmp_path_factory.mktemp("empty") / "central.sqlite"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(empty_sqlite: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'central.sqlite')}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One for all tests of this process."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def empty_postgres(postgres_server: Postgres) -> str:
    """The name of a migrated database without rows."""
    migrate(postgres_server.url(postgres_server.create(name=TEMPLATE)))
    return TEMPLATE


@pytest.fixture
def postgresql_url(postgres_server: Postgres, empty_postgres: str) -> Iterator[str]:
    database = postgres_server.create(empty_postgres)
    yield postgres_server.url(database)
    postgres_server.drop(database)
