import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Device, Health
from kiosk.events import ClosingAsked, OpeningAsked, QuitAsked, StaffLeft
from kiosk.premises import Premises
from kiosk.screens.staff import StaffScreen
from kiosk.visit import Visit
from tests.screens.every_screen import UNWELL
from tests.screens.showing import Shown

Page = Shown[StaffScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, StaffScreen)


def tile(shown: Page, device: Device) -> str:
    return shown.screen.tiles[device].accessibleName()


def test_every_device_stands_there_with_its_condition_and_why(shown: Page) -> None:
    shown.display(Visit(premises=Premises(devices=UNWELL, is_line_down=True)))
    assert tile(shown, Device.LINE) == "図書館サービス 動いていません 返事がありません"
    assert tile(shown, Device.CATALOGUE) == "目録の写し 動いています"
    assert tile(shown, Device.CARD_READER) == "カードリーダー 確かめてください ほかで使用中です"
    assert tile(shown, Device.PRINTER) == "ひかえのプリンター 確かめてください 紙が残り少しです"


def test_a_device_that_never_told_is_not_called_working(shown: Page) -> None:
    shown.display(Visit())
    assert tile(shown, Device.SCANNER) == "バーコードリーダー まだ知らせがありません"


def test_a_code_without_words_is_shown_as_it_is(shown: Page) -> None:
    unheard_of = Health(Device.PRINTER, Condition.GONE, "unheard_of")
    shown.display(Visit(premises=Premises(devices=(unheard_of,))))
    assert "unheard_of" in tile(shown, Device.PRINTER)


def test_a_cut_line_shows_before_the_line_itself_told(shown: Page) -> None:
    shown.display(Visit(premises=Premises(is_line_down=True)))
    assert tile(shown, Device.LINE) == "図書館サービス 動いていません"


def test_an_open_kiosk_can_be_closed(shown: Page) -> None:
    shown.display(Visit())
    assert not shown.screen.open_kiosk.isVisible()
    shown.touch(shown.screen.close_kiosk)
    assert shown.said == [ClosingAsked()]


def test_a_closed_kiosk_can_be_opened_again(shown: Page) -> None:
    shown.display(Visit(premises=Premises(is_closed=True)))
    assert not shown.screen.close_kiosk.isVisible()
    shown.touch(shown.screen.open_kiosk)
    assert shown.said == [OpeningAsked()]


def test_the_way_back_says_where_it_leads(shown: Page) -> None:
    shown.display(Visit())
    assert "利用者の画面へもどす" in shown.texts
    shown.display(Visit(premises=Premises(is_closed=True)))
    assert "おわびの画面へもどす" in shown.texts
    shown.touch(shown.screen.back)
    assert shown.said == [StaffLeft()]


def test_staff_end_the_program(shown: Page) -> None:
    shown.display(Visit())
    shown.touch(shown.screen.quit)
    assert shown.said == [QuitAsked()]


def test_on_a_tall_panel_all_deeds_stand_within_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, StaffScreen, is_portrait=True)
    shown.display(Visit(premises=Premises(devices=UNWELL)))
    for deed in (shown.screen.close_kiosk, shown.screen.quit, shown.screen.back):
        assert shown.box(deed).top() >= 812
