"""A kiosk calls once, staff answer, and nobody's name is in it."""

from datetime import timedelta

import pytest

from kiosk.central.accounts.known_kiosks import KnownKiosk
from kiosk.central.jobs.calls import erase_calls
from kiosk.central.service import Service
from kiosk.domain.branches import BranchId
from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.errors import CallUnknown
from tests.central.caller import Caller
from tests.central.clock import TurnedClock

MAIN, EAST = BranchId("minato"), BranchId("east")
FIRST, SECOND = KnownKiosk("001", MAIN), KnownKiosk("002", EAST)
CALL = CallId("0b6f5a0e-3f43-4b2e-9d4e-5d8a6f3f7a11")
OTHER = CallId("9f1f5a0e-3f43-4b2e-9d4e-5d8a6f3f7a22")


@pytest.fixture(autouse=True)
def _kiosks(service: Service) -> None:
    service.kiosks.register("001", MAIN)
    service.kiosks.register("002", EAST)


def call(service: Service, kiosk: KnownKiosk = FIRST, name: CallId = CALL) -> LibrarianCall:
    return service.calls.call(kiosk, name, "2階 一般 3号機", "title")


@pytest.mark.rule("E5")
def test_staff_see_where_help_is_needed_and_what_the_screen_shows(service: Service) -> None:
    assert call(service).state is CallState.WAITING
    [waiting] = service.calls.waiting()
    assert (waiting.place, waiting.screen, waiting.kiosk) == ("2階 一般 3号機", "title", "001")


def test_calling_again_calls_once(service: Service) -> None:
    call(service)
    assert call(service).id == CALL
    assert call(service, name=OTHER).id == CALL, "the kiosk has a call already"
    assert len(service.calls.waiting()) == 1


def test_an_answer_is_heard_and_the_end_makes_room_for_another_call(service: Service) -> None:
    call(service)
    service.calls.answer(CALL)
    assert service.calls.state(FIRST, CALL).state is CallState.ON_THE_WAY
    assert service.calls.open_of(FIRST) == LibrarianCall(CALL, CallState.ON_THE_WAY)
    service.calls.done(CALL)
    assert service.calls.open_of(FIRST) is None
    assert call(service, name=OTHER).id == OTHER


def test_an_answer_that_comes_after_the_end_changes_nothing(service: Service) -> None:
    call(service)
    service.calls.take_back(FIRST, CALL)
    service.calls.take_back(FIRST, CALL)
    service.calls.answer(CALL)
    assert service.calls.state(FIRST, CALL).state is CallState.DONE


def test_each_branch_sees_its_own_the_longest_waiting_first(
    service: Service, clock: TurnedClock
) -> None:
    call(service)
    clock.turn(timedelta(minutes=1))
    call(service, SECOND, OTHER)
    assert [each.id for each in service.calls.waiting()] == [CALL, OTHER]
    assert [each.id for each in service.calls.waiting(EAST)] == [OTHER]


def test_no_kiosk_hears_of_anothers_call(service: Service) -> None:
    call(service)
    for deed in (service.calls.state, service.calls.take_back):
        with pytest.raises(CallUnknown):
            deed(SECOND, CALL)
    with pytest.raises(CallUnknown):
        call(service, SECOND)


def test_a_call_is_forgotten_after_a_day(service: Service, clock: TurnedClock) -> None:
    call(service)
    clock.turn(timedelta(days=1, microseconds=-1))
    assert erase_calls(service) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_calls(service) == 1
    with pytest.raises(CallUnknown):
        service.calls.state(FIRST, CALL)


def test_over_the_wire(kiosk: Caller, other_kiosk: Caller) -> None:
    asked = {"place": "2階", "screen": "title"}
    assert kiosk.get("/calls/open").json() == {"call": None}
    made = kiosk.put(f"/calls/{CALL}", asked)
    assert made.json() == {"id": CALL, "state": "waiting"}
    assert kiosk.get(f"/calls/{CALL}").json()["state"] == "waiting"
    assert kiosk.get("/calls/open").json()["call"]["id"] == CALL
    assert other_kiosk.get(f"/calls/{CALL}").status_code == 404
    assert kiosk.delete(f"/calls/{CALL}").status_code == 204
    assert kiosk.get("/calls/open").json() == {"call": None}


def test_what_is_no_call_is_not_understood(kiosk: Caller) -> None:
    assert kiosk.put("/calls/mine", {"place": "", "screen": ""}).status_code == 422
    assert kiosk.put(f"/calls/{CALL}", {"place": "x" * 101, "screen": ""}).status_code == 422
