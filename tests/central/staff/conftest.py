"""A small library with three members of staff, one for each role."""

from dataclasses import replace

import pytest
from fastapi import FastAPI

from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.service import Service, assemble
from kiosk.central.staff.app import make_counter
from kiosk.central.staff.colleagues import named
from kiosk.central.storage.database import Database
from kiosk.domain.policy import IcCardPolicy
from kiosk.domain.staff import Role
from tests.central import small_library
from tests.central.card_authority import CardAuthority
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher
from tests.central.small_library import MAIN, POLICY, Counter
from tests.central.staff.browser import CounterBrowser

PASSWORD = "tana-kara-tana"
NUMBERS = {Role.SHELVING: "7001", Role.COUNTER: "7002", Role.SUPERVISOR: "7003"}


@pytest.fixture
def service(
    database: Database, clock: TurnedClock, hasher: CountingHasher, card_authority: CardAuthority
) -> Service:
    small_library.fill(database)
    trust = LocalTrust((card_authority.certificate,))
    policy = replace(POLICY, ic_card=IcCardPolicy(is_offered=True))
    service = assemble(database, clock, policy, hasher, trust)
    for role, number in NUMBERS.items():
        service.staff.colleagues.add(named(number, f"棚橋 {number}", role, MAIN), PASSWORD)
    return service


@pytest.fixture
def patrons(database: Database, clock: TurnedClock) -> Counter:
    """Where patrons reserve."""
    return Counter(database, clock)


@pytest.fixture
def counter(service: Service) -> FastAPI:
    return make_counter(service)


@pytest.fixture
def browser(counter: FastAPI) -> CounterBrowser:
    """Nobody is signed in."""
    return CounterBrowser(counter)


@pytest.fixture
def shelver(counter: FastAPI) -> CounterBrowser:
    return at_work(counter, Role.SHELVING)


@pytest.fixture
def librarian(counter: FastAPI) -> CounterBrowser:
    return at_work(counter, Role.COUNTER)


@pytest.fixture
def supervisor(counter: FastAPI) -> CounterBrowser:
    return at_work(counter, Role.SUPERVISOR)


def at_work(counter: FastAPI, role: Role) -> CounterBrowser:
    browser = CounterBrowser(counter)
    browser.sign_in(NUMBERS[role], PASSWORD)
    return browser
