import threading
from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import StorageBusy
from kiosk.domain.policy import Policy
from tests.central.accounts.conftest import MINE
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.conftest import BRANCH
from tests.central.patrons import CARD, INITIAL, NEW_CARD, PASSWORD, sign_in


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


def test_whoever_signs_in_at_another_kiosk_has_left_the_first(
    kiosk: Caller, other_kiosk: Caller
) -> None:
    first = sign_in(kiosk)
    second = sign_in(other_kiosk)
    assert not is_open(kiosk, first)
    assert is_open(other_kiosk, second)


def test_somebody_else_may_sign_in_at_another_kiosk(kiosk: Caller, other_kiosk: Caller) -> None:
    session = sign_in(kiosk)
    sign_in(other_kiosk, NEW_CARD, INITIAL)
    assert is_open(kiosk, session)


def test_of_two_kiosks_at_once_one_keeps_the_patron(
    service: Service, kiosk: Caller, other_kiosk: Caller
) -> None:
    """Each session is written after it has seen the other's."""
    with service.database.session() as session:
        patron = session.get_one(PatronRow, "p1")
    ready = threading.Barrier(2)

    def sign_in_at(number: str) -> None:
        ready.wait()
        service.sessions.open(patron, number)

    threads = [threading.Thread(target=sign_in_at, args=(number,)) for number in ("001", "002")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with service.database.connection() as connection:
        assert len(connection.exec_driver_sql("SELECT * FROM patron_session").all()) == 1


def test_a_session_that_was_on_its_way_while_the_password_changed_is_not_opened(
    service: Service, kiosk: Caller
) -> None:
    with service.database.session() as session:
        looked_at = session.get_one(PatronRow, "p1")
    old, new = {"old": PASSWORD, "new": "momiji2026"}, sign_in(kiosk)
    assert kiosk.put("/session/password/change", old, new).status_code == 204
    with pytest.raises(StorageBusy):
        service.sessions.open(looked_at, "001")


def test_another_password_ends_what_was_opened_with_the_old_one(
    service: Service, kiosk: Caller
) -> None:
    replayed, mine = sign_in(kiosk), sign_in(kiosk)
    changed = kiosk.put("/session/password/change", {"old": PASSWORD, "new": "momiji2026"}, mine)
    assert changed.status_code == 204
    assert not is_open(kiosk, replayed)
    assert is_open(kiosk, mine)


def test_a_token_from_before_the_revocation_opens_nothing_after_a_new_enrolment(
    service: Service, app: FastAPI, kiosk: Caller
) -> None:
    session = sign_in(kiosk)
    service.kiosks.revoke("001")
    again = Caller(app, service.kiosks.register("001", BRANCH))
    assert not is_open(again, session)


def test_the_database_keeps_no_token_that_could_be_used(service: Service, kiosk: Caller) -> None:
    session = sign_in(kiosk, CARD)
    with service.database.connection() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM patron_session").all()
    assert len(rows) == 1
    assert session not in str(rows)
