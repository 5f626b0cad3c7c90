"""What every test of the central service may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.policy_file import read_policy
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.domain.branches import BranchId
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher

POLICIES = Path(__file__).parents[2] / "assets" / "policies"
BRANCH = BranchId("minato")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty, migrated database, one for each kind that we support."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def hasher() -> CountingHasher:
    return CountingHasher()


@pytest.fixture
def policy() -> Policy:
    return read_policy(POLICIES / "demonstration.toml")


@pytest.fixture(scope="session")
def card_authority() -> CardAuthority:
    """Issues certificates for My Number cards; trusted by the service."""
    return CardAuthority.new()


@pytest.fixture
def service(
    database: Database,
    clock: TurnedClock,
    policy: Policy,
    hasher: CountingHasher,
    card_authority: CardAuthority,
) -> Service:
    trust = LocalTrust((card_authority.certificate,))
    return assemble(database, clock, policy, hasher, trust)


@pytest.fixture
def app(service: Service) -> FastAPI:
    return make_app(service)


@pytest.fixture
def kiosk(service: Service, app: FastAPI) -> Caller:
    """Kiosk 1, known to the service."""
    return Caller(app, service.kiosks.register("001", BRANCH))


@pytest.fixture
def other_kiosk(service: Service, app: FastAPI) -> Caller:
    return Caller(app, service.kiosks.register("002", BRANCH))
