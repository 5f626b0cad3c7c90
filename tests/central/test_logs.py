import io
import json
import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.access import KioskHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.logs import JsonLines
from kiosk.central.service import Service
from kiosk.central.staff.app import make_counter
from kiosk.central.staff.colleagues import named
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.staff import Role
from tests.central.caller import Caller
from tests.central.conftest import BRANCH
from tests.central.patrons import CARD, PASSWORD
from tests.central.staff.browser import CounterBrowser

SECRET = "はるか"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the service writes, as its technician reads it."""
    stream = io.StringIO()
    lines = logging.StreamHandler(stream)
    lines.setFormatter(JsonLines())
    kiosks = logging.getLogger("kiosk")
    kiosks.addHandler(lines)
    kiosks.setLevel(logging.INFO)
    yield stream
    kiosks.removeHandler(lines)
    kiosks.setLevel(logging.NOTSET)


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_request_is_told_by_method_route_status_time_and_kiosk(
    kiosk: Caller, log: io.StringIO
) -> None:
    kiosk.post("/sessions", {"card": CARD, "password": PASSWORD})
    [told] = lines(log)
    assert {key: told[key] for key in ("says", "method", "route", "status", "kiosk")} == {
        "says": "answered",
        "method": "POST",
        "route": "/sessions",
        "status": 401,
        "kiosk": "001",
    }
    assert "took_ms" in told
    assert not any(secret in log.getvalue() for secret in (CARD, PASSWORD))


def test_a_refusal_says_at_which_kiosk(kiosk: Caller, log: io.StringIO) -> None:
    kiosk.get("/reservations", "a session that nobody has")
    [told] = lines(log)
    assert (told["status"], told["kiosk"]) == (401, "001")


def test_whoever_was_not_let_in_has_no_number(app: FastAPI, log: io.StringIO) -> None:
    Caller(app, "made up").get("/reservations")
    assert "kiosk" not in lines(log)[-1]


def test_a_page_of_the_staff_says_the_role_and_not_who(service: Service, log: io.StringIO) -> None:
    with service.database.writing() as session:
        session.add(BranchRow(id=BRANCH, name="港図書館", rank=1))
    somebody = named("7001", "棚橋 志保", Role.COUNTER, BRANCH)
    service.staff.colleagues.add(somebody, "tana-kara-tana")
    browser = CounterBrowser(make_counter(service))
    browser.sign_in("7001", "tana-kara-tana")
    browser.open("/staff")
    opened, refused = lines(log)[-2:]
    assert (opened["route"], opened["status"], opened["role"]) == ("/", 200, "counter")
    assert (refused["route"], refused["status"], refused["role"]) == ("/staff", 403, "counter")
    assert not any(one in log.getvalue() for one in ("7001", "棚橋"))


def test_what_nobody_foresaw_is_told_by_type_and_place(
    app: FastAPI, kiosk: Caller, log: io.StringIO
) -> None:
    @app.get("/patrons/{name}", responses=documents())
    def patron(_kiosk: KioskHere, name: str) -> str:
        raise ValueError(name) from KeyError(name)

    kiosk.get(f"/patrons/{SECRET}")
    failed, answered = lines(log)
    assert [one["type"] for one in failed["error"]] == ["ValueError", "KeyError"]  # type: ignore[attr-defined]
    assert failed["route"] == answered["route"] == "/patrons/{name}"
    assert answered["status"] == 500
    assert "test_logs.py" in str(failed["error"])
    assert SECRET not in log.getvalue()
