"""What the counter's pages give a browser to keep, over TLS and on this machine alone."""

import pytest
from fastapi import FastAPI

from kiosk.central.staff.access import COOKIE, LANGUAGE
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import PASSWORD

STRICT = "Strict-Transport-Security"


@pytest.fixture
def over_tls(counter: FastAPI) -> CounterBrowser:
    return CounterBrowser(counter, "https://127.0.0.1")


def test_over_tls_a_browser_keeps_cookies_for_this_host_alone(over_tls: CounterBrowser) -> None:
    given = over_tls.open("/sign-in").headers["Set-Cookie"]
    assert given.startswith(f"__Host-{COOKIE}=")
    for part in ("Secure", "HttpOnly", "SameSite=strict", "Path=/"):
        assert part in given
    assert "Domain" not in given


def test_over_tls_staff_sign_in_choose_a_language_and_leave(over_tls: CounterBrowser) -> None:
    assert over_tls.sign_in("7002", PASSWORD).url.path == "/"
    over_tls.post("/language", language="en")
    assert "Calls for a librarian" in over_tls.text
    assert set(over_tls.cookies) == {f"__Host-{COOKIE}", f"__Host-{LANGUAGE}"}
    over_tls.post("/sign-out")
    assert over_tls.open("/lend").url.path == "/sign-in"


def test_over_tls_a_cookie_that_another_host_may_have_planted_is_not_read(
    over_tls: CounterBrowser, librarian: CounterBrowser
) -> None:
    over_tls.cookies.set(COOKIE, librarian.cookies[COOKIE], domain="127.0.0.1", path="/")
    assert over_tls.open("/lend").url.path == "/sign-in"


def test_on_this_machine_the_cookie_has_its_plain_name(browser: CounterBrowser) -> None:
    given = browser.open("/sign-in").headers["Set-Cookie"]
    assert given.startswith(f"{COOKIE}=")
    assert "Secure" not in given


def test_over_tls_each_answer_asks_for_tls_from_then_on(over_tls: CounterBrowser) -> None:
    for path in ("/sign-in", "/counter.css", "/nothing"):
        assert over_tls.open(path).headers[STRICT] == "max-age=31536000"


def test_without_tls_none_is_asked_for(browser: CounterBrowser) -> None:
    assert STRICT not in browser.open("/sign-in").headers
