"""The sign "out of service" hangs until it is taken down."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.errors import KioskDiskFull
from kiosk.services.clock import SystemClock
from kiosk.services.sign import FileSign


def test_the_sign_hangs_over_a_restart_until_it_is_taken_down(folder: Path) -> None:
    sign = FileSign(folder / "data")
    assert not sign.is_up()
    sign.put_up()
    sign.put_up()
    assert FileSign(folder / "data").is_up()
    FileSign(folder / "data").take_down()
    FileSign(folder / "data").take_down()
    assert not sign.is_up()


def test_a_sign_that_cannot_be_hung_is_said(folder: Path) -> None:
    (folder / "file").touch()
    sign = FileSign(folder / "file")
    with pytest.raises(KioskDiskFull):
        sign.put_up()
    assert not sign.is_up()


def test_nothing_else_is_left_in_the_folder(folder: Path) -> None:
    sign = FileSign(folder)
    sign.put_up()
    assert [file.name for file in folder.iterdir()] == ["out-of-service"]


def test_the_clock_shows_the_librarys_own_time() -> None:
    now = SystemClock(ZoneInfo("Asia/Tokyo")).now()
    assert now.utcoffset() == ZoneInfo("Asia/Tokyo").utcoffset(now)
