"""Signing in with an IC card: as with a library card, where a password is asked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from kiosk.central.service import Service
from kiosk.domain.errors import IcCardNotOffered
from kiosk.domain.ic_cards import IcKind
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.hashing import CountingHasher
from tests.central.ic_cards.conftest import FARE_CARD, HARUKA, MIDORI, STUDENT_CARD, with_rules
from tests.central.patrons import CARD, INITIAL, PASSWORD

WRONG = "momiji2026"
UNKNOWN = "012E4CD8A9B1C2FF"


def lay_down(kiosk: Caller, password: str = PASSWORD, number: str = FARE_CARD.number) -> str:
    """How it is answered: the problem's code, or the status."""
    answer = kiosk.post("/ic-cards/sessions", {"number": number, "password": password})
    return str(answer.json().get("code", answer.status_code))


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What is asked of any database."""
    asked: list[str] = []

    def note(*given: object) -> None:
        asked.append(str(given[2]).split()[0])

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


def test_a_bound_card_and_the_password_sign_in(service: Service, kiosk: Caller) -> None:
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    answer = kiosk.post("/ic-cards/sessions", {"number": FARE_CARD.number, "password": PASSWORD})
    assert answer.status_code == 201
    found = service.sessions.find(answer.json()["token"], "001")
    assert (found.patron, found.must_choose_password) == (HARUKA, False)


@pytest.mark.rule("L3")
def test_the_first_password_leads_to_choosing_another(service: Service, kiosk: Caller) -> None:
    service.ic_cards.bindings.bind(MIDORI, FARE_CARD)
    answer = kiosk.post("/ic-cards/sessions", {"number": FARE_CARD.number, "password": INITIAL})
    assert answer.json()["must_choose_password"]


@pytest.mark.rule("L7")
def test_a_card_that_nobody_bound_is_answered_as_a_wrong_password(
    service: Service, kiosk: Caller
) -> None:
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    answers = {
        kiosk.post("/ic-cards/sessions", {"number": number, "password": WRONG}).content
        for number in (FARE_CARD.number, UNKNOWN)
    }
    assert len(answers) == 1
    assert lay_down(kiosk, number=UNKNOWN) == "card_or_password_wrong"


@pytest.mark.rule("L7")
def test_a_card_that_nobody_bound_costs_the_same_work(
    service: Service,
    kiosk: Caller,
    clock: TurnedClock,
    hasher: CountingHasher,
    statements: list[str],
) -> None:
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    service.ic_cards.bindings.bind(MIDORI, STUDENT_CARD)
    work = set()
    for number in (UNKNOWN, FARE_CARD.number, STUDENT_CARD.number):
        lay_down(kiosk, WRONG, number)  # the first time at this kiosk, the card is new to it
        clock.turn(timedelta(seconds=2))
        statements.clear()
        hasher.verifications = 0
        lay_down(kiosk, WRONG, number)
        clock.turn(timedelta(seconds=2))
        work.add((tuple(statements), hasher.verifications))
    assert len(work) == 1
    assert hasher.verifications == 1


@pytest.mark.rule("L7")
def test_guesses_with_the_ic_card_count_for_the_library_card(
    service: Service, kiosk: Caller
) -> None:
    """Whoever changes between the two guesses no more often."""
    service.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    for _ in range(service.policy.attempts.free_tries + 1):
        lay_down(kiosk, WRONG)
    answer = kiosk.post("/sessions", {"card": CARD, "password": PASSWORD})
    assert answer.json()["code"] == "tried_too_often"
    assert lay_down(kiosk) == "tried_too_often"


def test_without_a_password_the_card_alone_signs_in(
    trusting: Service, trusting_kiosk: Caller
) -> None:
    trusting.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    assert lay_down(trusting_kiosk, "") == "201"
    assert lay_down(trusting_kiosk, "", UNKNOWN) == "ic_card_not_bound"


def test_without_a_password_nobody_chooses_a_first_one_for_another(
    trusting: Service, trusting_kiosk: Caller
) -> None:
    trusting.ic_cards.bindings.bind(MIDORI, FARE_CARD)
    assert lay_down(trusting_kiosk, "") == "ic_card_not_bound"


def test_numbers_that_are_tried_slow_the_kiosk(trusting: Service, trusting_kiosk: Caller) -> None:
    for number in range(trusting.policy.attempts.per_kiosk):
        assert lay_down(trusting_kiosk, "", f"012E4CD8A9B1{number:04X}") == "ic_card_not_bound"
    assert lay_down(trusting_kiosk, "", UNKNOWN) == "tried_too_often"


def test_the_rules_are_told_of_all_cards_alike(kiosk: Caller, trusting_kiosk: Caller) -> None:
    assert kiosk.get("/ic-cards").json() == {"is_offered": True, "asks_password": True}
    assert trusting_kiosk.get("/ic-cards").json() == {"is_offered": True, "asks_password": False}


@pytest.mark.parametrize("number", ["08A1B2C3", "02FE4CD8A9B1C203", "0000000000000000"])
def test_a_number_that_changes_is_taken_for_none(kiosk: Caller, number: str) -> None:
    assert lay_down(kiosk, number=number) == "ic_card_not_offered"


@pytest.mark.parametrize("number", ["", "012e4cd8a9b1c203", "012E4CD8A9B1C2", "さくら"])
def test_what_is_no_number_is_not_understood_and_not_repeated(kiosk: Caller, number: str) -> None:
    answer = kiosk.post("/ic-cards/sessions", {"number": number * 2, "password": ""})
    assert answer.json()["code"] == "request_not_understood"
    assert not number or number not in answer.text


def test_a_library_takes_the_kinds_that_it_names(service: Service) -> None:
    only_felica = with_rules(service, kinds=(IcKind.FELICA,))
    only_felica.ic_cards.bindings.bind(HARUKA, FARE_CARD)
    for refused in (
        only_felica.ic_cards.bindings.bind,
        with_rules(service, kinds=()).ic_cards.bindings.bind,
    ):
        with pytest.raises(IcCardNotOffered):
            refused(HARUKA, STUDENT_CARD)
    with pytest.raises(IcCardNotOffered):
        only_felica.ic_cards.sign_in(STUDENT_CARD, PASSWORD, "001")
