"""A patron is told that a My Number card was bound, bound anew or let go, and that it ends soon."""

from datetime import timedelta

import pytest

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.credentials import Credential, Credentials
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.my_number.simulated import SimulatedPlatform
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.card_changes import CardChange
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority, CardOnReader
from tests.central.clock import TurnedClock
from tests.central.conftest import BRANCH
from tests.central.hashing import CountingHasher
from tests.central.my_number.laying_down import ENDS, SOON, issue, lay_down, proof_of, put
from tests.central.patrons import CARD, PASSWORD, settle, sign_in


@pytest.fixture
def platform(card_authority: CardAuthority) -> SimulatedPlatform:
    return SimulatedPlatform(LocalTrust((card_authority.certificate,)))


@pytest.fixture
def service(
    database: Database,
    clock: TurnedClock,
    policy: Policy,
    hasher: CountingHasher,
    platform: SimulatedPlatform,
) -> Service:
    service = assemble(database, clock, policy, hasher, platform)
    settle(service)
    return service


@pytest.fixture
def kiosk(service: Service) -> Caller:
    return Caller(make_app(service), service.kiosks.register("001", BRANCH))


@pytest.fixture
def card(card_authority: CardAuthority) -> CardOnReader:
    return issue(card_authority)


def changes(service: Service, whose: str = "p1") -> list[CardChange]:
    with service.database.session() as session:
        return [each.what for each in service.welcome.changes.untold(session, PatronId(whose))]


def test_a_card_that_is_bound_and_let_go_is_told_each_time(
    kiosk: Caller, service: Service, clock: TurnedClock, card: CardOnReader
) -> None:
    token, proof = sign_in(kiosk), proof_of(kiosk, card)
    for _ in range(2):
        put(kiosk, proof, token)
    put(kiosk, proof_of(kiosk, card), token)
    assert changes(service) == [CardChange.MY_NUMBER_BOUND]
    clock.turn(timedelta(minutes=1))
    for _ in range(2):
        kiosk.delete("/session/my-number", token)
    assert changes(service) == [CardChange.MY_NUMBER_LET_GO, CardChange.MY_NUMBER_BOUND]


def test_a_renewed_card_that_is_bound_by_itself_is_told_once(
    kiosk: Caller,
    service: Service,
    platform: SimulatedPlatform,
    card: CardOnReader,
    card_authority: CardAuthority,
) -> None:
    Credentials(service.database).bind(PatronId("p1"), Credential.of(card.certificate))
    renewed = issue(card_authority, ENDS + timedelta(days=365))
    platform.renews(card.certificate, renewed.certificate)
    for _ in range(2):
        lay_down(kiosk, renewed)
    assert changes(service) == [CardChange.MY_NUMBER_RENEWED]


def test_the_platforms_name_in_place_of_a_serial_is_no_change(
    kiosk: Caller, service: Service, platform: SimulatedPlatform, card: CardOnReader
) -> None:
    Credentials(service.database).bind(PatronId("p1"), Credential.of(card.certificate))
    platform.names(card.certificate, "MK-0001")
    lay_down(kiosk, card)
    assert changes(service) == []


def test_that_a_card_moved_is_told_at_the_old_library_card_and_at_the_new_one(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    Credentials(service.database).bind(PatronId("p2"), Credential.of(card.certificate))
    with service.database.writing() as session:
        first = session.get_one(PatronRow, PatronId("p1"))
        other = session.get_one(PatronRow, PatronId("p2"))
        other.name, other.birth_date = first.name, first.birth_date
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    assert changes(service) == [CardChange.MY_NUMBER_BOUND]
    assert changes(service, "p2") == [CardChange.MY_NUMBER_LET_GO]


def test_that_the_card_ends_soon_is_told_whatever_the_patron_signs_in_with(
    kiosk: Caller, service: Service, card_authority: CardAuthority
) -> None:
    card = issue(card_authority, SOON)
    Credentials(service.database).bind(PatronId("p1"), Credential.of(card.certificate))
    answer = kiosk.post("/sessions", {"card": CARD, "password": PASSWORD}).json()
    assert answer["my_number"]["ends_soon"]
