"""Notices go out while the service answers, and nothing that fails can stop them."""

import time
from dataclasses import replace

import pytest

from kiosk.central.jobs.delivering import delivering
from kiosk.central.notices.delivering import Deliveries
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.central.storage.database_time import Time, database_time
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeState
from tests.central.clock import TurnedClock
from tests.central.notices.scripted import ScriptedPost
from tests.central.notices.shelf import EMAIL, Shelf
from tests.central.small_library import HANAKO

PATIENCE_S = 60  # for a machine that does much else


@pytest.fixture
def shelf(library: Service, clock: TurnedClock) -> Shelf:
    shelf = Shelf(library.database, clock)
    shelf.reach(HANAKO, email=EMAIL)
    return shelf


def with_post(library: Service, post: ScriptedPost) -> Service:
    machines = Machines(post=post)
    notices = Notices(library.database, library.policy, library.clock, machines)
    return replace(library, notices=notices)


def wait_for(shelf: Shelf, state: NoticeState) -> None:
    until = time.monotonic() + PATIENCE_S
    while [told for _method, told in shelf.notices()] != [state]:
        assert time.monotonic() < until, shelf.notices()
        time.sleep(0.01)


def test_what_becomes_ready_is_told_without_anybody_s_doing(library: Service, shelf: Shelf) -> None:
    post = ScriptedPost()
    with delivering(with_post(library, post), every_s=0.01):
        shelf.lay(NoticeMethod.EMAIL)
        wait_for(shelf, NoticeState.DELIVERED)
    assert len(post.sent) == 1


def test_what_was_in_hand_when_the_service_ended_is_uncertain(
    library: Service, shelf: Shelf
) -> None:
    shelf.lay(NoticeMethod.EMAIL)
    shelf.set_state(NoticeMethod.EMAIL, NoticeState.HANDING_OVER, at=library.clock.now())
    with delivering(with_post(library, ScriptedPost()), every_s=0.01):
        wait_for(shelf, NoticeState.UNCERTAIN)


class _StumblesOnce(Notices):
    """Its first round fails as nobody foresaw."""

    def deliveries(self, time: Time = database_time) -> Deliveries:
        deliveries = super().deliveries(time)
        return _Stumbling(deliveries)


class _Stumbling(Deliveries):
    def __init__(self, steady: Deliveries) -> None:
        self._steady = steady
        self.presence = steady.presence
        self._has_stumbled = False

    def start(self) -> int:
        if not self._has_stumbled:
            self._has_stumbled = True
            raise ZeroDivisionError
        self.round = self._steady.round  # type: ignore[method-assign]
        return self._steady.start()


def test_a_round_that_fails_is_followed_by_the_next(library: Service, shelf: Shelf) -> None:
    shelf.lay(NoticeMethod.EMAIL)
    machines = Machines(post=ScriptedPost())
    notices = _StumblesOnce(library.database, library.policy, library.clock, machines)
    with delivering(replace(library, notices=notices), every_s=0.01):
        wait_for(shelf, NoticeState.DELIVERED)
