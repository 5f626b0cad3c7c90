"""Binding a My Number card at the kiosk, letting it go, and the card that was renewed."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.authority import Standing
from kiosk.central.my_number.binding import Released
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.my_number.simulated import SimulatedPlatform
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import CredentialKind, CredentialRow, PatronRow
from kiosk.domain.patrons import MyNumberProof, PatronId
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority, CardOnReader
from tests.central.clock import TurnedClock
from tests.central.conftest import BRANCH
from tests.central.hashing import CountingHasher
from tests.central.my_number.laying_down import ENDS, SOON, issue, lay_down, proof_of, put
from tests.central.patrons import settle, sign_in


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


def rows(service: Service) -> list[CredentialRow]:
    with service.database.session() as session:
        return list(session.scalars(select(CredentialRow)))


def test_a_patron_binds_the_card_and_then_signs_in_with_it(
    kiosk: Caller, card: CardOnReader
) -> None:
    assert lay_down(kiosk, card)["code"] == "certificate_not_bound"
    bound = put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    assert bound.status_code == 200
    assert bound.json() == {"good_until": "2031-11-19", "ends_soon": False, "was_renewed": False}
    assert lay_down(kiosk, card)["my_number"] is None


def test_sent_twice_it_is_bound_once(kiosk: Caller, service: Service, card: CardOnReader) -> None:
    token, proof = sign_in(kiosk), proof_of(kiosk, card)
    first, again = put(kiosk, proof, token), put(kiosk, proof, token)
    assert again.json() == first.json()
    assert len(rows(service)) == 1


def test_sent_twice_it_is_bound_once_also_where_a_platform_names_the_holder(
    kiosk: Caller, platform: SimulatedPlatform, card: CardOnReader
) -> None:
    platform.names(card.certificate, "MK-0001")
    token, proof = sign_in(kiosk), proof_of(kiosk, card)
    first, again = put(kiosk, proof, token), put(kiosk, proof, token)
    assert again.json() == first.json()


def test_an_old_proof_binds_no_more_once_the_card_was_let_go(
    kiosk: Caller, card: CardOnReader
) -> None:
    token, proof = sign_in(kiosk), proof_of(kiosk, card)
    put(kiosk, proof, token)
    assert kiosk.delete("/session/my-number", token).status_code == 204
    assert kiosk.delete("/session/my-number", token).status_code == 204
    assert put(kiosk, proof, token).json()["code"] == "certificate_not_accepted"
    assert lay_down(kiosk, card)["code"] == "certificate_not_bound"


def test_another_card_takes_the_place_of_the_first(
    kiosk: Caller, card: CardOnReader, card_authority: CardAuthority
) -> None:
    token, other = sign_in(kiosk), issue(card_authority)
    put(kiosk, proof_of(kiosk, card), token)
    put(kiosk, proof_of(kiosk, other), token)
    assert lay_down(kiosk, card)["code"] == "certificate_not_bound"
    assert "token" in lay_down(kiosk, other)


def test_a_card_that_somebody_else_bound_is_refused_until_staff_let_it_go(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    bind_to_the_other(service, card)
    token = sign_in(kiosk)
    refused = put(kiosk, proof_of(kiosk, card), token)
    assert (refused.status_code, refused.json()["code"]) == (409, "certificate_bound_to_another")
    assert service.my_number.binding.let_go(PatronId("p2"), Released.BY_STAFF)
    assert put(kiosk, proof_of(kiosk, card), token).status_code == 200


def test_a_card_moves_to_the_new_library_card_of_the_same_person(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    bind_to_the_other(service, card)
    with service.database.writing() as session:
        first = session.get_one(PatronRow, PatronId("p1"))
        other = session.get_one(PatronRow, PatronId("p2"))
        other.name, other.birth_date = first.name, first.birth_date
    assert put(kiosk, proof_of(kiosk, card), sign_in(kiosk)).status_code == 200
    assert [row.patron_id for row in rows(service)] == ["p1"]


def bind_to_the_other(service: Service, card: CardOnReader) -> None:
    service.my_number.binding.bind(PatronId("p2"), fresh(service, card), "001")


def fresh(service: Service, card: CardOnReader) -> MyNumberProof:
    return card.proof(service.my_number.challenge("001"))


@pytest.mark.parametrize("standing", [Standing.REVOKED, Standing.UNKNOWN])
def test_only_a_good_certificate_binds_or_signs_in(
    kiosk: Caller,
    platform: SimulatedPlatform,
    card: CardOnReader,
    standing: Standing,
) -> None:
    token = sign_in(kiosk)
    put(kiosk, proof_of(kiosk, card), token)
    platform.says(card.certificate, standing)
    assert lay_down(kiosk, card)["code"] == "certificate_not_accepted"
    again = put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    assert again.json()["code"] == "certificate_not_accepted"


def test_while_nobody_can_be_asked_no_card_is_taken_and_the_kiosk_is_told_so(
    kiosk: Caller, platform: SimulatedPlatform, card: CardOnReader
) -> None:
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    platform.goes_away()
    assert lay_down(kiosk, card)["code"] == "certificate_not_checked"
    platform.comes_back()
    assert "token" in lay_down(kiosk, card)


def test_a_renewed_card_is_bound_anew_by_hand_where_nobody_knows_the_holder(
    kiosk: Caller, card: CardOnReader, card_authority: CardAuthority
) -> None:
    renewed = issue(card_authority)
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    assert lay_down(kiosk, renewed)["code"] == "certificate_not_bound"
    put(kiosk, proof_of(kiosk, renewed), sign_in(kiosk))
    assert "token" in lay_down(kiosk, renewed)


def test_a_renewed_card_of_a_known_holder_is_bound_by_itself_and_told(
    kiosk: Caller, platform: SimulatedPlatform, card: CardOnReader, card_authority: CardAuthority
) -> None:
    renewed = issue(card_authority, ENDS + timedelta(days=365))
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    platform.renews(card.certificate, renewed.certificate)
    told = lay_down(kiosk, renewed)["my_number"]
    assert told == {"good_until": "2032-11-18", "ends_soon": False, "was_renewed": True}
    assert lay_down(kiosk, renewed)["my_number"] is None
    assert lay_down(kiosk, card)["code"] == "certificate_not_bound"


def test_a_renewed_card_is_not_bound_by_itself_where_the_old_one_found_nobody(
    kiosk: Caller, platform: SimulatedPlatform, card: CardOnReader, card_authority: CardAuthority
) -> None:
    renewed = issue(card_authority)
    platform.renews(card.certificate, renewed.certificate)
    assert lay_down(kiosk, renewed)["code"] == "certificate_not_bound"


def test_of_a_holder_whom_the_platform_names_no_serial_is_kept(
    kiosk: Caller, service: Service, platform: SimulatedPlatform, card: CardOnReader
) -> None:
    platform.names(card.certificate, "MK-0001")
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    [row] = rows(service)
    assert (row.kind, row.serial) == (CredentialKind.PLATFORM, "MK-0001")
    assert "token" in lay_down(kiosk, card)


def test_the_platforms_name_finds_the_patron_with_every_card_of_the_holder(
    kiosk: Caller, platform: SimulatedPlatform, card: CardOnReader, card_authority: CardAuthority
) -> None:
    renewed = issue(card_authority, ENDS + timedelta(days=365))
    for one in (card, renewed):
        platform.names(one.certificate, "MK-0001")
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    assert lay_down(kiosk, renewed)["my_number"]["was_renewed"]


def test_a_bound_serial_gives_way_to_the_platforms_name_without_a_word(
    kiosk: Caller, service: Service, platform: SimulatedPlatform, card: CardOnReader
) -> None:
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    platform.names(card.certificate, "MK-0001")
    assert lay_down(kiosk, card)["my_number"] is None
    assert [row.kind for row in rows(service)] == [CredentialKind.PLATFORM]


def test_that_it_ends_soon_is_told_from_ninety_days_before(
    kiosk: Caller, clock: TurnedClock, card_authority: CardAuthority
) -> None:
    card = issue(card_authority, SOON + timedelta(days=1))
    token = sign_in(kiosk)
    put(kiosk, proof_of(kiosk, card), token)
    assert lay_down(kiosk, card)["my_number"] is None
    clock.turn(timedelta(days=1))
    told = lay_down(kiosk, card)
    assert told["my_number"]["ends_soon"]
    details = kiosk.get("/details", told["token"]).json()
    assert details["offers_my_number"]
    assert date.fromisoformat(details["my_number"]["good_until"]) == (SOON + timedelta(1)).date()


@pytest.mark.rule("L3")
def test_before_a_password_is_chosen_no_card_is_bound(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    with service.database.session() as session:
        new = session.get_one(PatronRow, PatronId("p2"))
    token = service.sessions.open(new, "001").token
    refused = put(kiosk, proof_of(kiosk, card), token)
    assert refused.json()["code"] == "password_must_be_chosen"


def test_what_is_kept_of_a_card_stands_in_no_repr(
    kiosk: Caller, service: Service, card: CardOnReader
) -> None:
    put(kiosk, proof_of(kiosk, card), sign_in(kiosk))
    [row] = rows(service)
    assert row.serial not in repr(row)
    assert row.issuer not in repr(row)
