"""What every test of the central service may ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.central.database import Database
from kiosk.central.migrate import migrate
from tests.central.clock import TurnedClock


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without rows, made once and copied for each test."""
    file = tmp_path_factory.mktemp("empty") / "central.sqlite"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty, migrated database, one for each kind that we support."""
    assert request.param == "sqlite"
    empty: Path = request.getfixturevalue("empty_sqlite")
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'central.sqlite')}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()
