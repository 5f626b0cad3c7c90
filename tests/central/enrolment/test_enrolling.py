"""A kiosk is let in once, by a code that a technician carries to it."""

import threading
from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.service import Service
from kiosk.domain.branches import BranchId
from kiosk.domain.enrolment_codes import new_enrolment_code
from kiosk.domain.errors import BranchUnknown, EnrolmentRefused
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.conftest import BRANCH
from tests.central.enrolment.conftest import A_DAY, NUMBER

KEY = new_secret()
OTHER_KEY = new_secret()


def ask(kiosk: Caller, code: str, key: str = KEY, number: str = NUMBER) -> int:
    asked = {"number": number, "code": code, "key_hash": hash_of(key)}
    answer = kiosk.post("/enrolments", asked)
    if answer.status_code == 403:
        assert answer.json()["code"] == "enrolment_refused"
    return answer.status_code


def is_let_in(app: FastAPI, key: str) -> bool:
    return Caller(app, key).get("/calls/open").status_code == 200


def wrong(code: str) -> str:
    """Another code that is well formed."""
    other = new_enrolment_code()
    assert other != code
    return other


def test_the_code_lets_a_kiosk_in_with_the_key_that_it_made(
    stranger: Caller, app: FastAPI, code: str
) -> None:
    asked = {"number": NUMBER, "code": code.lower(), "key_hash": hash_of(KEY)}
    answer = stranger.post("/enrolments", asked)
    assert (answer.status_code, answer.json()) == (201, {"number": NUMBER, "branch": BRANCH})
    assert is_let_in(app, KEY)


def test_the_service_keeps_neither_code_nor_key(
    stranger: Caller, service: Service, code: str
) -> None:
    ask(stranger, code)
    with service.database.connection() as connection:
        rows = [
            *connection.exec_driver_sql("SELECT * FROM enrolment"),
            *connection.exec_driver_sql("SELECT * FROM kiosk"),
        ]
    assert len(rows) == 2
    assert code not in str(rows)
    assert KEY not in str(rows)


def test_a_code_is_good_once(stranger: Caller, app: FastAPI, code: str) -> None:
    assert ask(stranger, code) == 201
    assert ask(stranger, code, OTHER_KEY) == 403
    assert not is_let_in(app, OTHER_KEY)


def test_a_lost_answer_is_asked_for_once_more(stranger: Caller, app: FastAPI, code: str) -> None:
    assert [ask(stranger, code) for _ in range(2)] == [201, 201]
    assert is_let_in(app, KEY)


def test_a_code_is_good_for_its_own_number(stranger: Caller, code: str) -> None:
    assert ask(stranger, code, number="004") == 403
    assert ask(stranger, code) == 201


def test_a_code_ends(stranger: Caller, clock: TurnedClock, code: str) -> None:
    clock.turn(A_DAY)
    assert ask(stranger, code) == 403


def test_a_code_may_be_tried_a_few_times_only(stranger: Caller, policy: Policy, code: str) -> None:
    tries = [ask(stranger, wrong(code)) for _ in range(policy.kiosks.code_tries)]
    assert set(tries) == {403}
    assert ask(stranger, code) == 403


def test_a_code_that_was_nearly_guessed_away_still_opens(
    stranger: Caller, policy: Policy, code: str
) -> None:
    for _ in range(policy.kiosks.code_tries - 1):
        ask(stranger, wrong(code))
    assert ask(stranger, code) == 201


def test_a_new_code_takes_the_place_of_the_old_one(
    stranger: Caller, service: Service, code: str
) -> None:
    new = service.enrolments.open(NUMBER, BRANCH, A_DAY)
    assert ask(stranger, code) == 403
    assert ask(stranger, new) == 201


def test_a_machine_that_takes_the_place_of_another_shuts_it_out(
    stranger: Caller, service: Service, app: FastAPI, code: str
) -> None:
    ask(stranger, code)
    ask(stranger, service.enrolments.open(NUMBER, BRANCH, A_DAY), OTHER_KEY)
    assert is_let_in(app, OTHER_KEY)
    assert not is_let_in(app, KEY)


def test_no_code_is_printed_for_a_branch_that_is_not_there(service: Service) -> None:
    with pytest.raises(BranchUnknown):
        service.enrolments.open(NUMBER, BranchId("nowhere"), timedelta(hours=1))


@pytest.mark.parametrize("code", ["", "K7QM-3XPD", "あ", "x" * 41, "'; --"])
def test_what_is_no_code_is_refused(stranger: Caller, code: str) -> None:
    assert ask(stranger, code) in {403, 422}


def test_of_two_machines_with_the_same_code_one_is_let_in(
    service: Service, app: FastAPI, code: str
) -> None:
    keys = [new_secret() for _ in range(4)]
    ready, outcomes = threading.Barrier(len(keys)), []

    def take(key: str) -> None:
        ready.wait()
        try:
            service.enrolments.take(NUMBER, code, hash_of(key))
        except EnrolmentRefused:
            return
        outcomes.append(key)

    threads = [threading.Thread(target=take, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 1
    assert [key for key in keys if is_let_in(app, key)] == outcomes
