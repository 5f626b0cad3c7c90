"""A kiosk that was revoked is let in no more, whatever it does."""

from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.service import Service
from kiosk.domain.errors import KioskUnknown
from tests.central.caller import Caller
from tests.central.conftest import BRANCH
from tests.central.patrons import settle, sign_in

NUMBER = "001"


def test_it_is_refused_at_its_next_call(service: Service, kiosk: Caller) -> None:
    assert kiosk.get("/calls/open").status_code == 200
    service.kiosks.revoke(NUMBER)
    answer = kiosk.get("/calls/open")
    assert (answer.status_code, answer.json()["code"]) == (401, "kiosk_unknown")


def test_its_patrons_sessions_end_and_no_other_kiosks(
    service: Service, kiosk: Caller, other_kiosk: Caller
) -> None:
    settle(service)
    sign_in(kiosk)
    elsewhere = sign_in(other_kiosk, "01234567", "45670910")
    service.kiosks.revoke(NUMBER)
    with service.database.connection() as connection:
        left = connection.exec_driver_sql("SELECT kiosk_number FROM patron_session").all()
    assert [row[0] for row in left] == ["002"]
    assert other_kiosk.delete("/session", elsewhere).status_code == 204


def test_a_key_that_was_to_come_opens_no_more_either(
    service: Service, app: FastAPI, kiosk: Caller
) -> None:
    new = new_secret()
    kiosk.put("/kiosk/key", {"key_hash": hash_of(new)})
    service.kiosks.revoke(NUMBER)
    assert Caller(app, new).get("/calls/open").status_code == 401


def test_a_service_that_starts_beside_it_does_not_let_it_in_again(
    service: Service, app: FastAPI
) -> None:
    key = service.kiosks.register(NUMBER, BRANCH)
    service.kiosks.revoke(NUMBER)
    service.kiosks.register(NUMBER, BRANCH, key)
    service.kiosks.register("009", BRANCH, key)
    assert Caller(app, key).get("/calls/open").status_code == 401


def test_a_new_code_lets_the_number_in_again(service: Service, app: FastAPI, kiosk: Caller) -> None:
    service.kiosks.revoke(NUMBER)
    key = new_secret()
    code = service.enrolments.open(NUMBER, BRANCH, timedelta(hours=1))
    service.enrolments.take(NUMBER, code, hash_of(key))
    assert Caller(app, key).get("/calls/open").status_code == 200
    assert kiosk.get("/calls/open").status_code == 401


def test_a_kiosk_that_is_not_there_cannot_be_revoked(service: Service) -> None:
    with pytest.raises(KioskUnknown):
        service.kiosks.revoke("777")
