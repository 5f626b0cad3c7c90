"""A printer that is known to be gone: what it would have said is offered on the screen instead."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CoverOpen, DeviceGone, PrinterStuck
from kiosk.events import LocationAsked, SlipAsked
from kiosk.premises import Premises
from kiosk.screens.confirmation import ConfirmationScreen
from kiosk.screens.staff import StaffScreen
from kiosk.screens.title import TitleScreen
from kiosk.visit import Visit
from tests.screens.account_visits import DONE
from tests.screens.showing import Shown, looks
from tests.screens.title_visits import AMONG

WHYS = {
    "paper_out": "プリンターの用紙がありません。",
    "cover_open": "プリンターのふたが開いています。",
    "cutter": "プリンターが使えません。",
    "offline": "プリンターが使えません。",
    "not_plugged_in": "プリンターが使えません。",
    "none_here": "この検索機では券を印刷しません。",
}


def with_printer(visit: Visit, why: str, condition: Condition = Condition.GONE) -> Visit:
    health = Health(Device.PRINTER, condition, why)
    return replace(visit, premises=replace(visit.premises, devices=(health,)))


@pytest.mark.rule("E4")
def test_the_slip_key_gives_way_to_the_code_and_says_why(qtbot: QtBot) -> None:
    shown = Shown(qtbot, TitleScreen)
    card = shown.screen.page.card
    for why, said in WHYS.items():
        shown.display(with_printer(AMONG, why))
        assert not card.slip.isVisible()
        assert said in card.phone.accessibleName()
    shown.touch(card.phone)
    assert shown.said == [LocationAsked()]


def test_once_the_printer_is_back_its_key_is_back(qtbot: QtBot) -> None:
    shown = Shown(qtbot, TitleScreen)
    shown.display(with_printer(AMONG, "paper_out"))
    shown.display(with_printer(AMONG, "", Condition.READY))
    assert shown.screen.page.card.slip.isVisible()
    assert shown.screen.page.card.phone.accessibleName() == "スマホへ"


@pytest.mark.parametrize("why", ["paper_low", "tells_nothing"])
def test_a_printer_that_prints_is_offered_whatever_else_it_tells(qtbot: QtBot, why: str) -> None:
    shown = Shown(qtbot, TitleScreen)
    condition = Condition.DEGRADED if why == "paper_low" else Condition.READY
    shown.display(with_printer(AMONG, why, condition))
    assert shown.screen.page.card.slip.isVisible()


@pytest.mark.rule("E4")
def test_a_reservation_s_code_stands_for_its_slip(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ConfirmationScreen)
    for why, said in WHYS.items():
        shown.display(with_printer(replace(DONE, trouble=DeviceGone()), why))
        assert said in shown.texts
        assert shown.screen.code.isVisible()
        assert not shown.screen.print_again.isVisible()
        assert "ひかえをお取りください" not in shown.texts


@pytest.mark.parametrize("trouble", [CoverOpen(), PrinterStuck()])
def test_a_printer_that_was_mended_is_asked_again(qtbot: QtBot, trouble: Exception) -> None:
    shown = Shown(qtbot, ConfirmationScreen)
    shown.display(with_printer(replace(DONE, trouble=trouble), "", Condition.READY))
    shown.touch(shown.screen.print_again)
    assert shown.said == [SlipAsked()]


def test_staff_read_what_the_printer_needs(qtbot: QtBot) -> None:
    shown = Shown(qtbot, StaffScreen)
    for why, said in {
        "cover_open": "ふたを閉めてください",
        "cutter": "カッターの詰まりを取ってください",
        "tells_nothing": "状態を読めない接続です",
    }.items():
        shown.display(with_printer(Visit(premises=Premises()), why))
        assert said in shown.texts


@pytest.mark.parametrize("is_portrait", [False, True])
def test_all_fits_without_a_printer(qtbot: QtBot, *, is_portrait: bool) -> None:
    title = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    done = Shown(qtbot, ConfirmationScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        title.display(with_printer(AMONG, "cover_open"), look)
        assert not list(title.faults()), look
        done.display(with_printer(replace(DONE, trouble=CoverOpen()), "cover_open"), look)
        assert not list(done.faults()), look
