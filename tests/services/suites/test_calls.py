"""Calling a librarian, whichever make stands behind it."""

import threading
import uuid

import pytest

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.errors import CallUnknown
from kiosk.events import CallHeard, Event
from kiosk.services.central.calls import CentralCalls
from tests.services.suites.desks import CentralLibrary, Desk

SOON_S = 0.02


def new_call() -> CallId:
    return CallId(str(uuid.uuid4()))


def test_calling_twice_calls_once(desk: Desk) -> None:
    first = new_call()
    assert desk.calls.call(first, "title") == LibrarianCall(first)
    assert desk.calls.call(first, "title") == LibrarianCall(first)
    assert desk.calls.call(new_call(), "home") == LibrarianCall(first)


def test_what_is_taken_back_is_over_and_another_may_follow(desk: Desk) -> None:
    first, second = new_call(), new_call()
    desk.calls.call(first, "title")
    desk.calls.take_back(first)
    assert desk.calls.state(first).state is CallState.DONE
    assert desk.calls.call(second, "title").id == second


def test_a_call_that_nobody_made_is_unknown(desk: Desk) -> None:
    with pytest.raises(CallUnknown):
        desk.calls.state(new_call())


class Ear:
    def __init__(self) -> None:
        self.heard: list[Event] = []
        self.came = threading.Event()

    def __call__(self, event: Event) -> None:
        self.heard.append(event)
        self.came.set()

    def next(self) -> Event:
        assert self.came.wait(5), "nobody said anything"
        self.came.clear()
        return self.heard[-1]


def test_the_patron_hears_that_somebody_comes_and_that_it_is_done(central: CentralLibrary) -> None:
    call, ear = new_call(), Ear()
    with central.running():
        calls = CentralCalls(central.http, "2階", look_s=SOON_S)
        calls.start(ear)
        calls.call(call, "title")
        central.service.calls.answer(call)
        assert ear.next() == CallHeard(LibrarianCall(call, CallState.ON_THE_WAY))
        central.service.calls.done(call)
        assert ear.next() == CallHeard(LibrarianCall(call, CallState.DONE))
        calls.stop()


def test_a_kiosk_that_starts_anew_takes_up_its_call(central: CentralLibrary) -> None:
    call, ear = new_call(), Ear()
    with central.running():
        CentralCalls(central.http, "2階").call(call, "title")
        calls = CentralCalls(central.http, "2階", look_s=SOON_S)
        calls.start(ear)
        assert ear.next() == CallHeard(LibrarianCall(call))
        calls.stop()
