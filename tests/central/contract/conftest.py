"""A filled library for every sequence of calls, so that none depends on the one before."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from kiosk.central.demonstration.fill import fill
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.service import assemble
from kiosk.central.storage.database import Database
from kiosk.domain.policy import Policy
from tests.central.card_authority import CardAuthority
from tests.central.clock import TurnedClock
from tests.central.contract.library import ASSETS, CHEAP, TODAY, KnownLibrary
from tests.central.hashing import CountingHasher
from tests.throwaway.postgres import Postgres

Copied = Callable[[], str]
Anew = Callable[[], KnownLibrary]


@pytest.fixture
def sqlite_copies(empty_sqlite: Path, tmp_path: Path) -> Copied:
    first = Path(shutil.copy(empty_sqlite, tmp_path / "filled.sqlite"))
    _fill(f"sqlite:///{first}")
    numbers = count(1)
    return lambda: f"sqlite:///{shutil.copy(first, tmp_path / f'{next(numbers)}.sqlite')}"


@pytest.fixture
def postgresql_copies(postgres_server: Postgres, empty_postgres: str) -> Iterator[Copied]:
    first = postgres_server.create(empty_postgres)
    _fill(postgres_server.url(first))
    made = [first]

    def copy() -> str:
        made.append(postgres_server.create(first))
        return postgres_server.url(made[-1])

    yield copy
    for database in reversed(made):
        postgres_server.drop(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def anew(
    request: pytest.FixtureRequest, policy: Policy, card_authority: CardAuthority
) -> Iterator[Anew]:
    """Makes a library like the first one, as often as it is asked."""
    copied: Copied = request.getfixturevalue(f"{request.param}_copies")
    opened: list[Database] = []
    card = card_authority.issue()

    def make() -> KnownLibrary:
        while opened:
            opened.pop().close()
        opened.append(Database(copied()))
        trust = LocalTrust((card_authority.certificate,))
        service = assemble(opened[-1], TurnedClock(), policy, CountingHasher(), trust)
        return KnownLibrary(service, card)

    yield make
    for database in opened:
        database.close()


def _fill(url: str) -> None:
    database = Database(url)
    fill(database, TODAY, ASSETS, CHEAP)
    database.close()
