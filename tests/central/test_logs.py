import io
import json
import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.access import KioskHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.logs import JsonLines
from tests.central.caller import Caller
from tests.central.patrons import CARD, PASSWORD

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


def test_a_request_is_told_by_method_route_status_and_time(kiosk: Caller, log: io.StringIO) -> None:
    kiosk.post("/sessions", {"card": CARD, "password": PASSWORD})
    [told] = lines(log)
    assert {key: told[key] for key in ("says", "method", "route", "status")} == {
        "says": "answered",
        "method": "POST",
        "route": "/sessions",
        "status": 401,
    }
    assert "took_ms" in told
    assert not any(secret in log.getvalue() for secret in (CARD, PASSWORD))


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
