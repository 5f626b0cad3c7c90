"""Whatever the line does, the kiosk hears an answer or one of its own errors."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.domain.errors import (
    CardOrPasswordWrong,
    LibraryError,
    LimitReached,
    LineLost,
    ServiceBroken,
    SessionEnded,
    TriedTooOften,
)
from kiosk.domain.patrons import Session, SessionToken
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.problems import MEDIA_TYPE, Problem
from kiosk.wire.signing_in import PasswordRequest, SessionAnswer, SignInRequest
from tests.services.conftest import SHORT
from tests.services.odd_service import OddService, answer

BRANCHES = '{"branches": [{"id": "central", "name": "本館"}]}'
GOOD = answer("200 OK", BRANCHES)
SESSION = Session(SessionToken("token-of-a-patron"))
SIGN_IN = SignInRequest.model_validate({"card": "01234567", "password": "sakura2026"})


@pytest.fixture
def http(odd: OddService) -> Iterator[CentralHttp]:
    client = CentralHttp.over_socket(odd.path, "key-of-a-kiosk", SHORT)
    yield client
    client.close()


def mocked(handler: Callable[[httpx.Request], httpx.Response]) -> CentralHttp:
    return CentralHttp(httpx.MockTransport(handler), "key-of-a-kiosk", limits=SHORT)


def get(http: CentralHttp) -> BranchesAnswer:
    return http.get("/branches", BranchesAnswer)


def test_an_answer_comes_over_the_socket_with_the_kiosks_key(
    http: CentralHttp, odd: OddService
) -> None:
    odd.says(GOOD)
    assert get(http).branches[0].name == "本館"
    assert b"authorization: bearer key-of-a-kiosk" in odd.requests[0].lower()
    assert b"patron-session" not in odd.requests[0].lower()


def test_a_patrons_session_travels_in_a_header_of_its_own(
    http: CentralHttp, odd: OddService
) -> None:
    odd.says(answer("204 No Content", ""))
    http.delete("/session", SESSION)
    assert b"patron-session: token-of-a-patron" in odd.requests[0].lower()


@pytest.mark.parametrize(
    "cut",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        GOOD[:-5],
        b"\x00\xff garbage \r\n\r\n",
        answer("200 OK", "<html>free wireless</html>"),
        answer("200 OK", '{"branches": "none"}'),
        answer("200 OK", "[" * 100_000),
        answer("302 Found", ""),
        answer("404 Not Found", "<html>", "text/html"),
        answer("404 Not Found", '{"status": "?"}', MEDIA_TYPE),
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    ],
)
def test_an_answer_that_we_do_not_understand_is_a_line_lost(
    http: CentralHttp, odd: OddService, cut: bytes
) -> None:
    odd.says(cut)
    with pytest.raises(LineLost):
        get(http)


def test_what_a_newer_service_tells_besides_is_skipped(http: CentralHttp, odd: OddService) -> None:
    newer = '{"branches": [{"id": "central", "name": "本館", "lift": true}], "more": {"a": 1}}'
    odd.says(answer("200 OK", newer))
    [branch] = get(http).branches
    assert (branch.id, branch.name) == ("central", "本館")


def test_a_service_that_never_answers_is_a_line_lost(http: CentralHttp, odd: OddService) -> None:
    odd.hangs()
    with pytest.raises(LineLost):
        get(http)


def test_an_answer_that_drips_for_ever_is_a_line_lost(http: CentralHttp, odd: OddService) -> None:
    odd.drips(answer("200 OK", " " * 10_000))
    with pytest.raises(LineLost):
        get(http)


def test_an_answer_larger_than_any_is_not_kept(odd: OddService) -> None:
    odd.says(answer("200 OK", " " * 200_000 + BRANCHES))
    http = CentralHttp.over_socket(odd.path, "key", LineLimits(largest_bytes=100_000))
    with pytest.raises(LineLost):
        get(http)
    http.close()


def test_no_service_at_the_socket_is_a_line_lost(folder: Path) -> None:
    http = CentralHttp.over_socket(folder / "nobody", "key", SHORT)
    with pytest.raises(LineLost):
        get(http)
    http.close()


def test_a_closed_line_asks_nothing_more(http: CentralHttp, odd: OddService) -> None:
    odd.says(GOOD)
    http.close()
    with pytest.raises(LineLost):
        get(http)
    assert odd.requests == []


@pytest.mark.parametrize("status", [500, 502, 503, 504, 507])
def test_a_service_that_failed_is_told_from_a_line_lost(status: int) -> None:
    http = mocked(lambda _: httpx.Response(status, text="<html>sorry</html>"))
    with pytest.raises(ServiceBroken):
        get(http)


@pytest.mark.parametrize(
    "error", [CardOrPasswordWrong(), SessionEnded(), TriedTooOften(120), LimitReached(10, "cd")]
)
def test_a_problem_document_is_our_error_with_its_numbers(error: LibraryError) -> None:
    problem = Problem.of(error)
    http = mocked(
        lambda _: httpx.Response(
            problem.status, content=problem.to_json(), headers={"Content-Type": MEDIA_TYPE}
        )
    )
    with pytest.raises(type(error)) as raised:
        get(http)
    assert vars(raised.value) == vars(error)


def test_what_is_safe_to_repeat_is_asked_again_after_a_cut(
    http: CentralHttp, odd: OddService
) -> None:
    odd.says(b"", GOOD[:-3], GOOD)
    assert get(http).branches
    assert len(odd.requests) == 3


def test_a_passing_trouble_of_the_service_is_waited_out() -> None:
    answers = iter([httpx.Response(503), httpx.Response(200, text=BRANCHES)])
    assert get(mocked(lambda _: next(answers))).branches


def test_asking_again_has_an_end() -> None:
    asked = []

    def refuse(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        raise httpx.ReadError("cut")

    with pytest.raises(LineLost):
        get(mocked(refuse))
    assert len(asked) == SHORT.tries


def test_signing_in_is_never_sent_twice(http: CentralHttp, odd: OddService) -> None:
    odd.says(b"", answer("201 Created", '{"token": "t", "must_choose_password": false}'))
    with pytest.raises(LineLost):
        http.post("/sessions", SIGN_IN, SessionAnswer)
    assert len(odd.requests) == 1


def test_what_never_left_the_kiosk_is_sent_again_even_a_sign_in() -> None:
    reached = []

    def busy_first(request: httpx.Request) -> httpx.Response:
        reached.append(request)
        if len(reached) == 1:
            raise httpx.ConnectError("nobody listens yet")
        return httpx.Response(201, text='{"token": "t", "must_choose_password": true}')

    answered = mocked(busy_first).post("/sessions", SIGN_IN, SessionAnswer)
    assert answered.must_choose_password


def test_a_refusal_is_final_and_not_asked_again() -> None:
    asked = []

    def refuse(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        problem = Problem.of(SessionEnded())
        return httpx.Response(
            problem.status, content=problem.to_json(), headers={"Content-Type": MEDIA_TYPE}
        )

    with pytest.raises(SessionEnded):
        mocked(refuse).set("/session/password", PasswordRequest(password="x"), SESSION)
    assert len(asked) == 1


@pytest.mark.parametrize("fault", [httpx.ReadTimeout("late"), httpx.ConnectError("gone")])
def test_no_error_leads_back_to_a_password(fault: httpx.TransportError) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        fault.request = request
        raise fault

    with pytest.raises(LineLost) as raised:
        mocked(refuse).post("/sessions", SIGN_IN, SessionAnswer)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


def test_the_log_names_the_call_and_nobody(
    http: CentralHttp, odd: OddService, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="kiosk")
    odd.says(answer("200 OK", '{"01234567": 1}'))
    with pytest.raises(LineLost):
        http.post("/sessions", SIGN_IN, SessionAnswer)
    assert "SessionAnswer" in caplog.text
    for secret in ("01234567", "sakura2026", "key-of-a-kiosk"):
        assert secret not in caplog.text


def test_a_password_travels_over_tls_or_not_at_all() -> None:
    with pytest.raises(ValueError, match="https"):
        CentralHttp.over_network("http://library.example", "key")
    CentralHttp.over_network("https://library.example", "key").close()
    CentralHttp.over_network("http://127.0.0.1:8080", "key").close()
