"""The counter's pages in a real browser, by scanner and keyboard, on a real service."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.staff import StaffSessionRow
from kiosk.domain.branches import BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.reservations import ReservationState
from tests.e2e.browser import ENTER, Browser, chromium, why_no_browser
from tests.e2e.conftest import Library

pytestmark = pytest.mark.skipif(bool(why_no_browser()), reason=why_no_browser() or "it is here")

MAIN = BranchId("main")
TAB = "\ue004"
STAFF, PASSWORD = "7003", "sekinin-demo"
CLOSING = "#closing:not([hidden])"


class Desk:
    """A browser at the counter of the demonstration library."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self._url = url

    def open(self, path: str) -> None:
        self.browser.open(f"{self._url}{path}")

    def sign_in(self) -> None:
        self.open("/sign-in")
        self.browser.type(f"{STAFF}{TAB}{PASSWORD}{ENTER}")
        self.browser.until("今日", "h1")


@contextmanager
def serving(library: Library) -> Iterator[str]:
    """The service with its counter, as `kiosk run` starts it; its address."""
    with (
        socket.create_server(("127.0.0.1", 0)) as kiosks,
        socket.create_server(("127.0.0.1", 0)) as counter,
    ):
        handed = (kiosks.fileno(), counter.fileno())
        command = [sys.executable, "-m", "kiosk", "central", "serve", "--beside-kiosk", "--quiet"]
        sockets = ["--fd", str(handed[0]), "--counter-fd", str(handed[1])]
        process = subprocess.Popen(
            [*command, *sockets, *library.named], pass_fds=handed, stdin=subprocess.PIPE
        )
        try:
            yield f"http://127.0.0.1:{counter.getsockname()[1]}"
        finally:
            process.communicate(timeout=30)  # closes its standard input


@pytest.fixture
def desk(library: Library, tmp_path: Path) -> Iterator[Desk]:
    with serving(library) as url, chromium(tmp_path) as browser:
        browser.resize(1024, 768)
        yield Desk(browser, url)


@pytest.fixture
def plain_desk(library: Library, tmp_path: Path) -> Iterator[Desk]:
    """A browser in which no script runs."""
    with serving(library) as url, chromium(tmp_path, scripts=False) as browser:
        yield Desk(browser, url)


@pytest.fixture
def waited_for(library: Library) -> tuple[str, str, str]:
    """An item on loan that somebody waits for here: its barcode, their number and card."""
    database = Database(f"sqlite:///{library.data / 'central.sqlite'}")
    queued = (
        select(ItemRow.barcode, ReservationRow.number, PatronRow.card_number)
        .join(LoanRow, LoanRow.item_barcode == ItemRow.barcode)
        .join(ReservationRow, ReservationRow.title_id == ItemRow.title_id)
        .join(PatronRow, PatronRow.id == ReservationRow.patron_id)
        .where(ItemRow.state == ItemState.ON_LOAN, LoanRow.returned_at.is_(None))
        .where(ReservationRow.state == ReservationState.QUEUED, ReservationRow.pickup_id == MAIN)
        .order_by(ReservationRow.place)
    )
    with database.session() as session:
        barcode, number, card = session.execute(queued.limit(1)).one()
    database.close()
    return barcode, number, card


@pytest.mark.rule("V3")
def test_a_scanner_takes_back_shelves_and_hands_out_what_was_reserved(
    desk: Desk, waited_for: tuple[str, str, str]
) -> None:
    barcode, number, card = waited_for
    browser = desk.browser
    desk.sign_in()
    desk.open("/items/return")
    browser.scan(f"A{barcode}B")
    browser.until("取置棚", ".result")
    assert number in browser.text(".result")
    place = browser.text(".result .to")
    desk.open("/hold-shelf")
    assert f"{place}\t{number}" in browser.text("table")
    desk.open("/lend")
    browser.scan(card)
    browser.until(place, "table")
    browser.scan(barcode)
    browser.until("予約は受取済みになりました", ".result")
    assert number in browser.text(".result")
    desk.open("/hold-shelf")
    assert number not in browser.text("main")


def test_no_scan_is_lost_while_answers_are_on_their_way(
    desk: Desk, waited_for: tuple[str, str, str]
) -> None:
    browser = desk.browser
    desk.sign_in()
    desk.open("/lend")
    browser.type(f"{waited_for[2]}{ENTER}10000001{ENTER}10000002{ENTER}1000000")
    browser.until("10000002", ".result .scanned")
    browser.type(f"3{ENTER}")
    browser.until("10000003", ".result .scanned")


def test_what_a_scanner_types_reaches_the_field_wherever_the_focus_is(desk: Desk) -> None:
    browser = desk.browser
    desk.sign_in()
    desk.open("/items/return")
    browser.run("document.activeElement.blur()")
    browser.scan("10000001")
    browser.until("10000001", ".result .scanned")
    assert browser.run("return document.activeElement.name") == "barcode"


def test_all_of_it_works_without_a_script(
    plain_desk: Desk, waited_for: tuple[str, str, str]
) -> None:
    barcode, number, _ = waited_for
    browser = plain_desk.browser
    plain_desk.sign_in()
    plain_desk.open("/items/return")
    browser.scan(barcode)
    browser.until(number, ".result")
    browser.scan("10000001")
    browser.until("10000001", ".result .scanned")
    plain_desk.open("/calls")
    is_asked_anew = "return document.querySelector('meta[http-equiv=refresh]') !== null"
    assert browser.run(is_asked_anew), "a browser that runs scripts would not see it"


def test_a_page_asks_nothing_of_any_other_place_and_breaks_no_guard_of_its_own(desk: Desk) -> None:
    """A broken guard would be told in the browser's log of the page."""
    browser = desk.browser
    desk.sign_in()
    for path in ("/", "/items/return", "/lend", "/calls", "/staff", "/looks", "/kiosks"):
        desk.open(path)
        asked = browser.run("return performance.getEntriesByType('resource').map(one => one.name)")
        assert all(one.startswith(browser.run("return location.origin")) for one in asked)
        assert len(asked) == len(["style", "script"])
        assert browser.run("return getComputedStyle(document.body).display") == "grid"


class Later:
    """Turns the clock of the page that is open; the service's stays."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        browser.run("window.now = Date.now; window.later_ms = 0")
        browser.run("Date.now = () => window.now() + window.later_ms")

    def __call__(self, seconds: int) -> None:
        self._browser.run("window.later_ms = 1000 * arguments[0]", seconds)


def end_sessions(library: Library) -> None:
    database = Database(f"sqlite:///{library.data / 'central.sqlite'}")
    with database.writing() as session:
        session.execute(delete(StaffSessionRow))
    database.close()


def test_a_page_leaves_the_screen_when_its_session_is_over_and_not_before(
    desk: Desk, library: Library
) -> None:
    browser = desk.browser
    desk.sign_in()
    desk.open("/lend")
    later = Later(browser)
    later(570)
    browser.until("まもなくログアウトします", CLOSING)
    later(610)  # by the service's clock it is open: another page may have kept it
    browser.until_none(CLOSING)
    assert browser.run("return location.pathname") == "/lend"
    end_sessions(library)
    later(1300)
    browser.until("職員番号")
    assert browser.run("return location.pathname") == "/sign-in"


def test_whoever_types_is_warned_and_stays_with_what_was_typed(desk: Desk) -> None:
    browser = desk.browser
    desk.sign_in()
    desk.open("/lend")
    browser.type("0123")
    later = Later(browser)
    assert browser.text(CLOSING) == ""
    later(570)
    browser.until("まもなくログアウトします", CLOSING)
    browser.type("4")
    browser.until_none(CLOSING)
    assert browser.run("return document.activeElement.value") == "01234"


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
def test_no_page_is_wider_than_its_screen(desk: Desk, width: int, height: int) -> None:
    browser = desk.browser
    browser.resize(width, height)
    desk.sign_in()
    for path in (
        "/",
        "/items/return",
        "/lend",
        "/fetch",
        "/hold-shelf",
        "/staff",
        "/looks",
        "/kiosks",
    ):
        desk.open(path)
        wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert browser.run(wide) == 0, path
