"""One patron after the other at a whole kiosk: real processes, a real window, a finger."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.running import Kiosk, running_kiosk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("Xvnc") is None, reason="no Xvnc on this machine"),
]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running_kiosk(tmp_path) as kiosk:
        kiosk.until(lambda: kiosk.find("吾輩は猫である") is not None, "showing its books")
        yield kiosk


def reservations(kiosk: Kiosk) -> list[tuple[str, str]]:
    """Number and notice of what the service holds for the patron of these trials."""
    with sqlite3.connect(kiosk.folder / "data" / "central.sqlite") as database:
        rows = database.execute(
            "SELECT number, notice FROM reservation WHERE patron_id = 'patron-01'"
        )
        return [(str(number), str(notice)) for number, notice in rows]


def find_kokoro(kiosk: Kiosk) -> None:
    kiosk.tap("ここでさがす")
    kiosk.until_page("search")
    kiosk.type("こころ")
    kiosk.tap("さがす")
    kiosk.until_page("results")
    kiosk.tap("こころ、")
    kiosk.until_page("title")


def sign_in_for_the_first_time(kiosk: Kiosk) -> None:
    kiosk.until_page("sign_in")
    kiosk.type("01234567")
    kiosk.tap("つぎへ")
    kiosk.until_page("password")
    kiosk.type("45670910")
    kiosk.tap("ログイン")
    kiosk.until_page("choose_password")
    kiosk.type("2026")
    kiosk.tap("これに決める")


def test_a_stranger_finds_and_reserves_and_leaves_nothing(kiosk: Kiosk) -> None:
    first_panel = kiosk.panel_pid
    find_kokoro(kiosk)
    kiosk.tap("予約する")
    sign_in_for_the_first_time(kiosk)
    kiosk.until_page("reserve")
    kiosk.tap("着信履歴")
    kiosk.tap("予約する")
    kiosk.until_page("confirmed")
    assert [notice for _, notice in reservations(kiosk)] == ["missed_call"]

    kiosk.until(lambda: kiosk.find("続ける") is not None, "a curtain")
    kiosk.until(lambda: kiosk.panel_pid not in {0, first_panel}, "another process on the stage")
    kiosk.until_page("home")
    kiosk.tap("ここでさがす")
    kiosk.until_page("search")
    assert not any("こころ" in target.name for target in kiosk.targets())


def test_a_service_killed_in_the_middle_reserves_exactly_once(kiosk: Kiosk) -> None:
    find_kokoro(kiosk)
    kiosk.tap("予約する")
    sign_in_for_the_first_time(kiosk)
    kiosk.until_page("reserve")
    kiosk.tap("着信履歴")
    killed = kiosk.service_pid
    kiosk.kill_service()
    kiosk.tap("予約する")
    kiosk.until_page("confirmed")
    kiosk.until(lambda: kiosk.service_pid != killed, "served again")
    kiosk.until(lambda: len(reservations(kiosk)) == 1, "reserved")


def test_a_killed_panel_comes_back_by_itself(kiosk: Kiosk) -> None:
    kiosk.tap("ここでさがす")
    kiosk.until_page("search")
    killed = kiosk.panel_pid
    os.kill(killed, signal.SIGKILL)
    kiosk.until(lambda: kiosk.panel_pid not in {0, killed}, "shown by another process")
    kiosk.until_page("home")
