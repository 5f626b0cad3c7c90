"""One reservation from the panel over the counter to the hold shelf, in real processes."""

import re
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.e2e.running import Kiosk, running_kiosk

pytestmark = pytest.mark.skipif(shutil.which("Xvnc") is None, reason="no Xvnc on this machine")

CARD, INITIAL, CHOSEN = "01234567", "45670910", "2026"


@dataclass(frozen=True, slots=True)
class House:
    """A kiosk, and the counter beside it."""

    kiosk: Kiosk
    counter: str  # its address

    def one(self, query: str, *given: str) -> tuple[str, ...]:
        with sqlite3.connect(self.kiosk.folder / "data" / "central.sqlite") as database:
            rows = database.execute(query, given).fetchall()
        return tuple(str(cell) for cell in rows[0]) if rows else ()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with running_kiosk(tmp_path, f'[central]\ncounter = "{address}"\n') as kiosk:
        kiosk.until(lambda: kiosk.find("吾輩は猫である") is not None, "showing its books")
        yield House(kiosk, f"http://{address}")


class Librarian:
    """Fills in the counter's forms as a browser without scripts would."""

    def __init__(self, browser: httpx.Client) -> None:
        self._browser = browser

    def sends(self, page: str, action: str | None = None, **fields: str) -> str:
        token = re.search(r'name="form_token" value="([^"]+)"', self.sees(page))
        assert token is not None, "every page has a form of its own"
        answer = self._browser.post(action or page, data={"form_token": token[1], **fields})
        assert answer.status_code in {200, 303}, answer.text
        return answer.text

    def sees(self, page: str) -> str:
        return self._browser.get(page).text


@contextmanager
def librarian(house: House) -> Iterator[Librarian]:
    with httpx.Client(base_url=house.counter, trust_env=False, timeout=20) as browser:
        one = Librarian(browser)
        one.sends("/sign-in", number="7002", password="madoguchi-demo", branch="")
        yield one


def open_my_library(kiosk: Kiosk, password: str) -> None:
    kiosk.tap("My ライブラリ")
    kiosk.until_page("sign_in")
    kiosk.type(CARD)
    kiosk.tap("つぎへ")
    kiosk.until_page("password")
    kiosk.type(password)
    kiosk.tap("ログイン")


def reserve_what_is_out(kiosk: Kiosk) -> None:
    """A first-timer's way: search, title, sign in, choose a password, reserve by telephone."""
    kiosk.tap("ここでさがす")
    kiosk.until_page("search")
    kiosk.type("れもん")
    kiosk.tap("さがす")
    kiosk.until_page("results")
    kiosk.tap("檸檬、")
    kiosk.until_page("title")
    kiosk.tap("予約する")
    kiosk.until_page("sign_in")
    kiosk.type(CARD)
    kiosk.tap("つぎへ")
    kiosk.until_page("password")
    kiosk.type(INITIAL)
    kiosk.tap("ログイン")
    kiosk.until_page("choose_password")
    kiosk.type(CHOSEN)
    kiosk.tap("これに決める")
    kiosk.until_page("reserve")
    kiosk.tap("電話")
    kiosk.tap("予約する")
    kiosk.until_page("confirmed")
    kiosk.tap("ログアウト")
    kiosk.until_page("home")


@pytest.mark.rule("V3", "V1", "R9")
def test_what_comes_back_at_the_counter_is_ready_at_the_kiosk(house: House) -> None:
    kiosk = house.kiosk
    reserve_what_is_out(kiosk)
    [barcode] = house.one(
        "SELECT item_barcode FROM loan JOIN item ON barcode = item_barcode WHERE title_id = ?",
        "demo-012",
    )
    with librarian(house) as staff:
        said = staff.sends("/items/return", barcode=barcode)
        [place] = house.one("SELECT hold_shelf FROM reservation WHERE patron_id = 'patron-01'")
        assert place
        assert place in said
        assert "090-" not in staff.sees("/notices"), "a number is shown to whoever opens the line"
        [notice] = house.one("SELECT id FROM notice")
        assert "090-" in staff.sends("/notices", f"/notices/{notice}/open")
        staff.sends("/notices", f"/notices/{notice}", outcome="reached")
    assert house.one("SELECT state FROM notice") == ("done_by_staff",)

    open_my_library(kiosk, CHOSEN)
    kiosk.until_page("my_library")
    kiosk.until(lambda: kiosk.find("くわしく") is not None, "showing the reservation")
    kiosk.tap("くわしく")
    kiosk.until_page("reservation")
    kiosk.tap("ログアウト")
    kiosk.until_page("home")

    with librarian(house) as staff:
        staff.sends("/lend", "/lend/card", card=CARD)
        staff.sends("/lend", "/lend/item", patron="patron-01", barcode=barcode)
    assert house.one("SELECT patron_id FROM loan WHERE item_barcode = ?", barcode) == ("patron-01",)
    assert house.one("SELECT state FROM reservation WHERE patron_id = 'patron-01'") in {
        ("collected",),
        (),
    }


@pytest.mark.rule("E5")
def test_a_call_from_the_kiosk_is_answered_at_the_counter(house: House) -> None:
    kiosk = house.kiosk
    kiosk.tap("ヘルプ")
    kiosk.tap("職員をよぶ")
    kiosk.until(lambda: house.one("SELECT state FROM librarian_call") == ("waiting",), "heard")
    with librarian(house) as staff:
        assert "1号機" in staff.sees("/calls")
        [call] = house.one("SELECT id FROM librarian_call")
        staff.sends("/calls", f"/calls/{call}/answer")
    kiosk.until(lambda: kiosk.find("よぶのをやめる") is not None, "told that somebody comes")
