"""Binding an IC card and letting it go: by the patron at a kiosk, and by the staff."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, select

from kiosk.central.ic_cards.bindings import BINDINGS_AN_HOUR
from kiosk.central.service import Service
from kiosk.central.tables.ic_cards import IcCardRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import IcCardBoundToAnother, IcCardNotOffered, TriedTooOften
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Binder
from tests.central.caller import Caller
from tests.central.ic_cards.conftest import FARE_CARD, HARUKA, MIDORI, STUDENT_CARD, with_rules
from tests.central.kiosks.operations import dump
from tests.central.patrons import sign_in


def bind(kiosk: Caller, session: str, card: IcIdentifier = FARE_CARD) -> str:
    answer = kiosk.put("/session/ic-card", {"number": card.number}, session)
    return str(answer.json()["code"]) if answer.content else str(answer.status_code)


def bound(service: Service) -> dict[PatronId, IcKind]:
    with service.database.session() as session:
        return {row.patron_id: row.kind for row in session.scalars(select(IcCardRow))}


def test_the_signed_in_patron_binds_the_card_that_lies_there(
    service: Service, kiosk: Caller
) -> None:
    session = sign_in(kiosk)
    assert bind(kiosk, session) == bind(kiosk, session) == "204"
    assert kiosk.get("/details", session).json()["ic_card"] == {
        "kind": "felica",
        "bound_on": service.policy.calendar.today(service.clock.now()).isoformat(),
    }


def test_another_card_takes_the_place_of_the_former_one(service: Service, kiosk: Caller) -> None:
    session = sign_in(kiosk)
    bind(kiosk, session)
    bind(kiosk, session, STUDENT_CARD)
    assert bound(service) == {HARUKA: IcKind.UID}


def test_a_card_that_is_let_go_finds_nobody(service: Service, kiosk: Caller) -> None:
    session = sign_in(kiosk)
    bind(kiosk, session)
    for _ in range(2):
        assert kiosk.delete("/session/ic-card", session).status_code == 204
    assert bound(service) == {}


def test_a_card_of_another_patron_is_refused_at_the_kiosk(service: Service, kiosk: Caller) -> None:
    service.ic_cards.bindings.bind(MIDORI, FARE_CARD)
    assert bind(kiosk, sign_in(kiosk)) == "ic_card_bound_to_another"
    assert bound(service) == {MIDORI: IcKind.FELICA}


def test_nobody_finds_out_by_trying_which_cards_are_bound(service: Service) -> None:
    service.ic_cards.bindings.bind(MIDORI, FARE_CARD)
    for _ in range(BINDINGS_AN_HOUR):
        with pytest.raises(IcCardBoundToAnother):
            service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    with pytest.raises(TriedTooOften):
        service.ic_cards.bindings.bind(HARUKA, FARE_CARD)


def test_only_whom_the_library_names_may_bind(service: Service) -> None:
    only_staff = with_rules(service, bound_by=(Binder.STAFF,))
    with pytest.raises(IcCardNotOffered):
        only_staff.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    only_staff.ic_cards.bindings.bind_for(HARUKA, FARE_CARD, moves=False)
    only_patrons = with_rules(service, bound_by=(Binder.PATRON,))
    with pytest.raises(IcCardNotOffered):
        only_patrons.ic_cards.bindings.bind_for(HARUKA, STUDENT_CARD, moves=True)
    assert not only_staff.details.mine(HARUKA).offers_ic_card


def test_staff_move_a_card_only_where_they_say_so(service: Service) -> None:
    bindings = service.ic_cards.bindings
    bindings.bind(MIDORI, FARE_CARD)
    with pytest.raises(IcCardBoundToAnother):
        bindings.bind_for(HARUKA, FARE_CARD, moves=False)
    assert bindings.bind_for(HARUKA, FARE_CARD, moves=True) == MIDORI
    assert bound(service) == {HARUKA: IcKind.FELICA}


def test_two_patrons_who_bind_one_card_at_once_get_it_once(service: Service) -> None:
    def try_it(patron: PatronId) -> bool:
        try:
            service.ic_cards.bindings.bind(patron, FARE_CARD)
        except IcCardBoundToAnother:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(try_it, (HARUKA, MIDORI))) == [False, True]
    assert len(bound(service)) == 1


def test_the_number_stands_nowhere_in_the_database(service: Service) -> None:
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    kept = str(dump(service.database)).upper()
    assert FARE_CARD.number not in kept
    assert str(int(FARE_CARD.number, 16)) not in kept


def test_the_hash_is_keyed_by_each_library_itself(service: Service) -> None:
    name = service.ic_cards.bindings.hash_of(FARE_CARD)
    other_kind = IcIdentifier(IcKind.UID, FARE_CARD.number)
    assert len(name) == 64
    assert name == service.ic_cards.bindings.hash_of(FARE_CARD)
    assert name != service.ic_cards.bindings.hash_of(other_kind)


def test_erasing_a_patron_erases_the_card(service: Service) -> None:
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    with service.database.writing() as session:
        session.execute(delete(PatronRow).where(PatronRow.id == HARUKA))
    assert bound(service) == {}
