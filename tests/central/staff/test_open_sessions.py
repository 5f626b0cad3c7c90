"""Staff see where they are signed in, and can leave everywhere else."""

from datetime import timedelta

import pytest
from fastapi import FastAPI

from tests.central.clock import TurnedClock
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import PASSWORD

MINE = "7002"


@pytest.fixture
def elsewhere(counter: FastAPI, librarian: CounterBrowser, clock: TurnedClock) -> CounterBrowser:
    """The librarian at the counter of another branch too, five minutes later."""
    clock.turn(timedelta(minutes=5))
    browser = CounterBrowser(counter)
    browser.sign_in(MINE, PASSWORD, branch="east")
    librarian.open("/own-password")
    return browser


def test_each_open_session_is_listed_with_its_counter_and_since_when(
    librarian: CounterBrowser, elsewhere: CounterBrowser
) -> None:
    assert "本館 (ここ)" in librarian.text
    assert "東分館" in librarian.text
    elsewhere.open("/own-password")
    assert "東分館 (ここ)" in elsewhere.text


def test_the_password_ends_all_but_this_one(
    librarian: CounterBrowser, elsewhere: CounterBrowser, shelver: CounterBrowser
) -> None:
    librarian.post("/own-password/elsewhere", password=PASSWORD)
    assert "ログインしているのはここだけです" in librarian.said()
    assert "東分館" not in librarian.text
    assert elsewhere.open("/lend").url.path == "/sign-in"
    assert librarian.open("/lend").url.path == "/lend"
    assert shelver.open("/fetch").url.path == "/fetch"  # a colleague stays


def test_a_wrong_password_ends_none(librarian: CounterBrowser, elsewhere: CounterBrowser) -> None:
    librarian.post("/own-password/elsewhere", password="not this")
    assert "違います" in librarian.said()
    assert elsewhere.open("/lend").url.path == "/lend"


def test_what_is_over_is_not_listed(
    librarian: CounterBrowser, elsewhere: CounterBrowser, clock: TurnedClock
) -> None:
    for _ in range(2):
        clock.turn(timedelta(minutes=6))
        librarian.open("/own-password")
    assert "東分館" not in librarian.text
    assert elsewhere.open("/lend").url.path == "/sign-in"
