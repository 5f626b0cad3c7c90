"""Staff sign in with number and password, for a short while, at one counter."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.service import Service
from kiosk.central.staff.access import COOKIE
from kiosk.central.storage.database import Database
from kiosk.central.tables.staff import StaffRow, StaffSessionRow
from kiosk.domain.errors import StaffSessionEnded
from tests.central.clock import TurnedClock
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import PASSWORD


def test_whoever_is_not_signed_in_is_asked_to(browser: CounterBrowser) -> None:
    for path in ("/", "/items/return", "/lend", "/patron", "/staff", "/looks", "/notices"):
        browser.open(path)
        assert browser.page is not None
        assert browser.page.url.path == "/sign-in"


def test_number_and_password_open_the_page_of_today(browser: CounterBrowser) -> None:
    answer = browser.sign_in("7002", PASSWORD)
    assert answer.url.path == "/"
    assert "棚橋 7002" in browser.text
    assert "本館" in browser.text


def test_the_counter_of_another_branch_can_be_chosen(browser: CounterBrowser) -> None:
    browser.sign_in("7002", PASSWORD, branch="east")
    assert "東分館" in browser.text


def test_a_number_typed_in_full_width_is_the_same_number(browser: CounterBrowser) -> None:
    assert browser.sign_in("７００２", PASSWORD).url.path == "/"


def test_a_wrong_number_and_a_wrong_password_are_answered_alike(browser: CounterBrowser) -> None:
    browser.sign_in("7002", "another-one")
    wrong_password = browser.said()
    answer = browser.sign_in("9999", PASSWORD)
    assert answer.status_code == 401
    assert browser.said() == wrong_password
    assert "職員番号またはパスワードが違います" in wrong_password


def test_after_five_wrong_tries_even_the_right_password_waits(
    browser: CounterBrowser, clock: TurnedClock
) -> None:
    for _ in range(5):
        browser.sign_in("7002", "another-one")
    browser.sign_in("7002", PASSWORD)
    assert "待ってから、ログインしてください" in browser.said()
    clock.turn(timedelta(minutes=15))
    assert browser.sign_in("7002", PASSWORD).url.path == "/"


def test_ten_quiet_minutes_end_a_session(librarian: CounterBrowser, clock: TurnedClock) -> None:
    clock.turn(timedelta(minutes=9, seconds=59))
    assert librarian.open("/lend").url.path == "/lend"
    clock.turn(timedelta(minutes=10))
    assert librarian.open("/lend").url.path == "/sign-in"


def test_a_page_that_asks_by_itself_keeps_nobody_signed_in(
    librarian: CounterBrowser, clock: TurnedClock
) -> None:
    for _ in range(5):
        clock.turn(timedelta(minutes=2))
        librarian.open("/calls?again=1")
    assert librarian.open("/lend").url.path == "/sign-in"


def test_a_page_says_for_how_long_its_session_is_open(
    librarian: CounterBrowser, clock: TurnedClock
) -> None:
    """So that it leaves the screen by itself, with a script or without."""
    librarian.open("/lend")
    assert open_s(librarian) == 600
    clock.turn(timedelta(minutes=9))
    librarian.open("/lend?again=1")
    assert open_s(librarian) == 60
    librarian.open("/lend")
    assert open_s(librarian) == 600


def test_a_page_that_nobody_signed_in_to_stays(browser: CounterBrowser) -> None:
    text = browser.open("/sign-in").text
    assert "data-open-s" not in text
    assert "http-equiv" not in text


def open_s(browser: CounterBrowser) -> int:
    assert browser.page is not None
    scripted, plain = re.findall(r'data-open-s="(\d+)"|content="(\d+); url=', browser.page.text)
    assert {*scripted, *plain} == {"", scripted[0] or plain[0]}, "both say the same"
    return int(scripted[0] or plain[0])


def test_a_session_ends_after_a_working_day_whatever_is_done(
    librarian: CounterBrowser, clock: TurnedClock
) -> None:
    for _ in range(599 // 9):
        clock.turn(timedelta(minutes=9))
        assert librarian.open("/lend").url.path == "/lend"
    clock.turn(timedelta(minutes=9))
    assert librarian.open("/lend").url.path == "/sign-in"


def test_signing_out_ends_the_session_for_whoever_kept_the_cookie(
    librarian: CounterBrowser, service: Service
) -> None:
    token = librarian.cookies[COOKIE]
    librarian.post("/sign-out")
    with pytest.raises(StaffSessionEnded):
        service.staff.sign_in.find(token)


def test_what_was_in_the_browser_before_opens_nothing(browser: CounterBrowser) -> None:
    browser.open("/sign-in")
    planted = browser.cookies[COOKIE]
    browser.sign_in("7002", PASSWORD)
    assert browser.cookies[COOKIE] != planted


def test_no_token_and_no_password_stands_in_the_database(
    librarian: CounterBrowser, database: Database
) -> None:
    with database.connection() as connection:
        for table in (StaffRow, StaffSessionRow):
            kept = str(connection.execute(select(table.__table__)).all())
            assert PASSWORD not in kept
            assert librarian.cookies[COOKIE] not in kept


def test_staff_change_their_own_password_and_sign_in_anew(librarian: CounterBrowser) -> None:
    librarian.open("/own-password")
    librarian.post("/own-password", old="not this", new="a new password")
    assert "違います" in librarian.said()
    librarian.post("/own-password", old=PASSWORD, new="short")
    assert "このパスワードは使えません" in librarian.said()
    librarian.post("/own-password", old=PASSWORD, new="a new password")
    assert "パスワードを変更しました" in librarian.said()
    assert librarian.open("/").url.path == "/sign-in"
    assert librarian.sign_in("7002", "a new password").url.path == "/"


def test_the_pages_speak_another_language_where_it_is_chosen(librarian: CounterBrowser) -> None:
    librarian.open("/")
    librarian.post("/language", language="en")
    assert "Calls for a librarian" in librarian.text
    librarian.post("/language", language="easy")
    assert librarian.page is not None
    assert "<ruby>棚<rt>たな</rt></ruby>" in librarian.page.text
