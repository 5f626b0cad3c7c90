"""A kiosk changes its key; whichever answer is lost, it stays let in."""

import pytest
from fastapi import FastAPI

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.service import Service
from tests.central.caller import Caller
from tests.central.conftest import BRANCH
from tests.central.patrons import settle, sign_in

OLD, NEW, OTHER = (new_secret() for _ in range(3))


@pytest.fixture(autouse=True)
def _let_in(service: Service) -> None:
    service.kiosks.register("003", BRANCH, OLD)


def change(app: FastAPI, by: str, to: str) -> int:
    return Caller(app, by).put("/kiosk/key", {"key_hash": hash_of(to)}).status_code


def is_let_in(app: FastAPI, key: str) -> bool:
    return Caller(app, key).get("/calls/open").status_code == 200


def test_both_keys_open_until_the_new_one_was_used(app: FastAPI) -> None:
    assert change(app, OLD, NEW) == 204
    assert is_let_in(app, OLD)
    assert is_let_in(app, NEW)
    assert not is_let_in(app, OLD)


def test_a_kiosk_that_lost_the_answer_asks_again(app: FastAPI) -> None:
    assert [change(app, OLD, NEW) for _ in range(3)] == [204, 204, 204]
    assert is_let_in(app, NEW)


def test_a_kiosk_that_forgot_its_new_key_takes_another(app: FastAPI) -> None:
    change(app, OLD, NEW)
    change(app, OLD, OTHER)
    assert not is_let_in(app, NEW)
    assert is_let_in(app, OTHER)


def test_asking_again_with_the_new_key_changes_nothing(app: FastAPI) -> None:
    change(app, OLD, NEW)
    assert [change(app, NEW, NEW) for _ in range(2)] == [204, 204]
    assert is_let_in(app, NEW)


def test_a_patron_stays_signed_in_while_the_key_changes(app: FastAPI, service: Service) -> None:
    settle(service)
    session = sign_in(Caller(app, OLD))
    change(app, OLD, NEW)
    assert Caller(app, NEW).get("/loans", session).status_code == 200


def test_the_key_before_is_told_as_a_copy(app: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    change(app, OLD, NEW)
    is_let_in(app, NEW)
    assert not is_let_in(app, OLD)
    told = [record for record in caplog.records if "copy" in record.getMessage()]
    assert [record.__dict__["told"] for record in told] == [{"kiosk": "003"}]
    assert OLD not in caplog.text


@pytest.mark.parametrize("hashed", ["", "abc", "g" * 64, "A" * 64, 3])
def test_what_is_no_hash_of_a_key_is_refused(app: FastAPI, hashed: object) -> None:
    answer = Caller(app, OLD).put("/kiosk/key", {"key_hash": hashed})
    assert answer.status_code == 422
    assert is_let_in(app, OLD)
