from datetime import timedelta

import pytest

from kiosk.domain.policy import Policy
from tests.central.accounts.conftest import MINE
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.patrons import sign_in


def is_open(kiosk: Caller, session: str | None) -> bool:
    answer = kiosk.get(MINE, session)
    if answer.status_code == 401:
        assert answer.json()["code"] == "session_ended"
        return False
    return answer.status_code == 200


def test_an_ended_session_opens_nothing(kiosk: Caller) -> None:
    session = sign_in(kiosk)
    assert is_open(kiosk, session)
    assert kiosk.delete("/session", session).status_code == 204
    assert not is_open(kiosk, session)
    assert kiosk.put("/session/password", {"password": "abcd"}, session).status_code == 401


def test_ending_twice_is_ending(kiosk: Caller) -> None:
    session = sign_in(kiosk)
    assert {kiosk.delete("/session", session).status_code for _ in range(2)} == {204}


def test_a_session_is_good_at_its_own_kiosk_only(kiosk: Caller, other_kiosk: Caller) -> None:
    session = sign_in(kiosk)
    assert not is_open(other_kiosk, session)
    other_kiosk.delete("/session", session)
    assert is_open(kiosk, session)


@pytest.mark.parametrize("session", [None, "", "made-up", "あ", "x" * 999])
def test_a_session_that_nobody_gave_opens_nothing(kiosk: Caller, session: str | None) -> None:
    assert not is_open(kiosk, session)


def test_a_session_that_is_not_used_ends(kiosk: Caller, clock: TurnedClock, policy: Policy) -> None:
    session = sign_in(kiosk)
    clock.turn(timedelta(minutes=policy.session.idle_minutes))
    assert not is_open(kiosk, session)


def test_a_session_that_is_used_goes_on_but_not_for_ever(
    kiosk: Caller, clock: TurnedClock, policy: Policy
) -> None:
    session = sign_in(kiosk)
    step = policy.session.idle_minutes - 1
    for _ in range(policy.session.longest_minutes // step):
        assert is_open(kiosk, session)
        clock.turn(timedelta(minutes=step))
    clock.turn(timedelta(minutes=policy.session.longest_minutes % step))
    assert not is_open(kiosk, session)


def test_two_sign_ins_are_two_sessions(kiosk: Caller) -> None:
    first, second = sign_in(kiosk), sign_in(kiosk)
    kiosk.delete("/session", first)
    assert is_open(kiosk, second)
