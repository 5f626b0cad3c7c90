"""How long a title takes, told to any kiosk before anybody signs in."""

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.wire.waiting import TitleWaitingAnswer
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.small_library import BOTCHAN, ENCYCLOPEDIA, HANAKO, TARO, Counter

pytestmark = pytest.mark.rule("R9")
ADDRESS = f"/titles/{BOTCHAN}/waiting"


@pytest.fixture
def counter(service: Service) -> Counter:
    small_library.fill(service.database)
    return Counter(service.database, service.clock, service.policy)


def test_without_a_session_it_is_what_a_patron_would_be_told(
    kiosk: Caller, counter: Counter
) -> None:
    counter.reserve(HANAKO, BOTCHAN)
    told = TitleWaitingAnswer.model_validate_json(kiosk.get(ADDRESS).content).to_waiting()
    assert told.counted.ahead == 1
    assert told == counter.options(TARO, BOTCHAN).time


def test_it_says_nothing_of_who_waits(kiosk: Caller, counter: Counter) -> None:
    number = counter.reserve(HANAKO, BOTCHAN).answer.number
    answer = kiosk.get(ADDRESS).text
    assert number not in answer
    assert HANAKO not in answer


@pytest.mark.parametrize(
    ("title", "code"), [(ENCYCLOPEDIA, "not_reservable"), ("nothing", "title_unknown")]
)
def test_what_cannot_be_reserved_has_no_waiting_time(
    kiosk: Caller, counter: Counter, title: str, code: str
) -> None:
    assert counter
    assert kiosk.get(f"/titles/{title}/waiting").json()["type"].endswith(code)


def test_nobody_but_a_kiosk_is_told(app: FastAPI, counter: Counter) -> None:
    assert counter
    assert Caller(app, "").get(ADDRESS).status_code == 401
