import asyncio
import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.body_limit import LARGEST_BODY
from kiosk.central.kiosks.problems import documents
from kiosk.domain.errors import StorageBusy, StorageFull
from tests.central.caller import BASE, Caller

UNFORESEEN = "the name of a patron"


@pytest.fixture(autouse=True)
def _routes_that_fail(app: FastAPI) -> None:
    @app.get("/unforeseen", responses=documents())
    def unforeseen() -> None:
        raise KeyError(UNFORESEEN)

    @app.get("/busy", responses=documents())
    def busy() -> None:
        raise StorageBusy

    @app.get("/full", responses=documents())
    def full() -> None:
        raise StorageFull from KeyError(UNFORESEEN)


@pytest.mark.parametrize("key", [None, "", "made-up", "made up", "あ", "x" * 5000])
def test_a_kiosk_that_nobody_let_in_is_refused(app: FastAPI, key: str | None) -> None:
    answer = Caller(app, key).post("/my-number/challenges")
    assert (answer.status_code, answer.json()["code"]) == (401, "kiosk_unknown")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_new_key_shuts_the_old_one_out(app: FastAPI, service: Any) -> None:
    old, new = (service.kiosks.register("009", "minato") for _ in range(2))
    assert Caller(app, old).post("/my-number/challenges").status_code == 401
    assert Caller(app, new).post("/my-number/challenges").status_code == 201


def test_a_kiosk_with_another_number_keeps_its_key(app: FastAPI, service: Any) -> None:
    key = service.kiosks.register("009", "minato")
    service.kiosks.register("010", "minato", key)
    assert service.kiosks.by_key(key).number == "010"
    assert Caller(app, key).post("/my-number/challenges").status_code == 201


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"\xff\xfe",
        b'{"card": "1", "password": 4}',
        b'{"card": null, "password": "x"}',
        b'{"card": "", "password": "x"}',
        b'{"card": "1", "password": "x", "more": "y"}',
        b'{"card": "1", "password": "\\ud800"}',
        b'{"card": "\\udfff", "password": "x"}',
        b'{"card": "1", "password": "\\u0000"}',
        b'{"card": "0\\u00001", "password": "x"}',
        b'{"card": "' + b"1" * 65 + b'", "password": "x"}',
        b'{"card": "1", "password": "' + b"x" * 257 + b'"}',
        b"[" * 100_000,
        b"1" * 100_000,
        '{"card": "1", "password": "é"}'.encode("latin-1"),
    ],
)
def test_a_body_that_is_no_request_is_refused(kiosk: Caller, body: bytes) -> None:
    answer = kiosk.post("/sessions", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_not_understood")


@pytest.mark.parametrize(
    "password", ["\u202e", "𠮷野家", "é" * 256, "' OR 1=1 --", "%s%n{0}", "x" * 256]
)
def test_any_text_may_be_a_wrong_password(kiosk: Caller, password: str) -> None:
    for body in ({"card": "1", "password": password}, {"card": password[:64], "password": "x"}):
        assert kiosk.post("/sessions", body).json()["code"] == "card_or_password_wrong"


@pytest.mark.parametrize(
    "path", ["/titles/%00/options", "/titles/a%00b/options", "/records?after=%00", "/records?x=%00"]
)
def test_an_address_with_a_nul_is_refused(kiosk: Caller, path: str) -> None:
    answer = kiosk.get(path)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_not_understood")


def test_a_refusal_does_not_repeat_what_was_sent(kiosk: Caller) -> None:
    answer = kiosk.post("/sessions", {"card": 12345678, "password": ["sakura2026"]})
    assert answer.json()["detail"] == "body.card: string_type; body.password: string_type"
    assert not any(secret in answer.text for secret in ("12345678", "sakura"))


def test_a_huge_body_is_not_read(kiosk: Caller) -> None:
    for body in (b" " * (LARGEST_BODY + 1), b'"' + b"x" * 2 * LARGEST_BODY):
        answer = kiosk.post("/sessions", body)
        assert (answer.status_code, answer.json()["code"]) == (413, "request_too_large")


def test_the_largest_body_is_read(kiosk: Caller) -> None:
    body = json.dumps({"card": "1", "password": "x"}).encode().ljust(LARGEST_BODY)
    assert kiosk.post("/sessions", body).json()["code"] == "card_or_password_wrong"


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/sessions/", "/sessions/1", "/あ", "/%00", "//"]
)
def test_where_nothing_is_a_problem_says_so(kiosk: Caller, path: str) -> None:
    answer = kiosk.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "nothing_here")


def test_what_is_not_done_at_an_address_is_said(kiosk: Caller) -> None:
    answer = kiosk.get("/sessions")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_offered")
    assert answer.headers["Allow"] == "POST"


def test_what_nobody_foresaw_is_a_problem_without_its_text(
    kiosk: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    answer = kiosk.get("/unforeseen")
    assert (answer.status_code, answer.json()["code"]) == (500, "service_broken")
    assert UNFORESEEN not in answer.text
    assert "nobody foresaw this" in caplog.messages


def test_a_busy_storage_asks_for_patience(kiosk: Caller) -> None:
    answer = kiosk.get("/busy")
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_busy")
    assert answer.headers["Retry-After"] == "2"


def test_a_full_storage_has_a_problem_of_its_own(kiosk: Caller) -> None:
    answer = kiosk.get("/full")
    assert (answer.status_code, answer.json()["code"]) == (507, "storage_full")


def test_no_answer_is_kept_on_the_way(kiosk: Caller) -> None:
    for path in ("/healthz", "/nowhere", "/unforeseen"):
        assert kiosk.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "Application/JSON"]
)
def test_a_body_that_says_it_is_json_is_read(app: FastAPI, service: Any, kind: str) -> None:
    assert _sent(app, service, kind) == 401


def test_a_browsers_form_is_not_read(app: FastAPI, service: Any) -> None:
    assert _sent(app, service, "application/x-www-form-urlencoded") == 415


def test_a_browser_that_is_lured_here_shows_nothing_of_it_as_a_page(kiosk: Caller) -> None:
    for path in ("/healthz", "/nowhere", "/unforeseen", "/reservations"):
        headers = kiosk.get(path).headers
        assert headers["Content-Disposition"] == 'attachment; filename="api.json"'
        assert headers["X-Content-Type-Options"] == "nosniff"


def _sent(app: FastAPI, service: Any, kind: str) -> int:
    """What a sign-in with a wrong password is answered, where its body is said to be this."""
    key = service.kiosks.register("009", "minato")
    headers = {"Authorization": f"Bearer {key}", "Content-Type": kind}

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            body = b'{"card": "1", "password": "x"}'
            return await client.post("/sessions", headers=headers, content=body)

    return asyncio.run(send()).status_code
