"""A kiosk says how it is; who says nothing is silent."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.service import Service
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.kiosks import KioskState
from kiosk.domain.policy import Policy
from tests.central.caller import Caller
from tests.central.clock import START, TurnedClock
from tests.central.conftest import BRANCH
from tests.central.enrolment.conftest import A_DAY

REPORT: dict[str, Any] = {
    "branch": BRANCH,
    "version": "0.3.0",
    "devices": [{"device": "printer", "condition": "degraded", "why": "paper_low"}],
    "catalogue_age_s": 12,
    "outbox": 2,
}


def only(service: Service) -> KioskState:
    (state,) = service.watched.all()
    return state


def test_what_it_says_is_kept_with_the_services_time(service: Service, kiosk: Caller) -> None:
    answer = kiosk.put("/kiosk/report", REPORT)
    assert answer.json() == {"change_key": False}
    state = only(service)
    assert (state.number, state.branch, state.seen_at) == ("001", BRANCH, START)
    assert state.report is not None
    assert (state.report.version, state.report.catalogue_age_s, state.report.outbox) == (
        "0.3.0",
        12,
        2,
    )
    assert state.troubles == (Health(Device.PRINTER, Condition.DEGRADED, "paper_low"),)


def test_who_reports_no_more_is_silent(
    service: Service, kiosk: Caller, clock: TurnedClock, policy: Policy
) -> None:
    assert only(service).is_silent
    kiosk.put("/kiosk/report", REPORT)
    clock.turn(timedelta(minutes=policy.kiosks.silent_minutes))
    assert not only(service).is_silent
    clock.turn(timedelta(seconds=1))
    assert only(service).is_silent


def test_a_revoked_kiosk_is_not_silent_but_revoked(service: Service, kiosk: Caller) -> None:
    kiosk.put("/kiosk/report", REPORT)
    service.kiosks.revoke("001")
    assert kiosk.put("/kiosk/report", REPORT).status_code == 401
    assert (only(service).is_silent, only(service).revoked_at) == (False, START)


def test_a_kiosk_with_an_old_key_is_told_to_change_it(
    service: Service, app: FastAPI, clock: TurnedClock, policy: Policy
) -> None:
    key, new = new_secret(), new_secret()
    code = service.enrolments.open("003", BRANCH, A_DAY)
    service.enrolments.take("003", code, hash_of(key))
    kiosk = Caller(app, key)
    clock.turn(timedelta(days=policy.kiosks.key_days) - timedelta(seconds=1))
    assert kiosk.put("/kiosk/report", REPORT).json() == {"change_key": False}
    clock.turn(timedelta(seconds=1))
    assert kiosk.put("/kiosk/report", REPORT).json() == {"change_key": True}
    kiosk.put("/kiosk/key", {"key_hash": hash_of(new)})
    assert Caller(app, new).put("/kiosk/report", REPORT).json() == {"change_key": False}


def test_a_kiosk_beside_its_service_keeps_its_key(kiosk: Caller, clock: TurnedClock) -> None:
    clock.turn(timedelta(days=1000))
    assert kiosk.put("/kiosk/report", REPORT).json() == {"change_key": False}


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "山田 花子"},
        {"devices": [{"device": "printer", "condition": "degraded", "why": "港 はるか"}]},
        {"devices": [{"device": "patron", "condition": "ready"}]},
        {"devices": [REPORT["devices"][0]] * 21},
        {"outbox": -1},
        {"catalogue_age_s": 2**31},
        {"branch": "a b"},
        {"query": "坊っちゃん"},
    ],
)
def test_there_is_no_room_for_a_name_or_a_search(
    service: Service, kiosk: Caller, wrong: dict[str, Any]
) -> None:
    assert kiosk.put("/kiosk/report", {**REPORT, **wrong}).status_code == 422
    assert only(service).report is None
