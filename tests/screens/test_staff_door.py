import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import StaffDoorClosed, TriedTooOften
from kiosk.domain.looks import Language, TextSize
from kiosk.events import SignInGivenUp, StaffPinEntered
from kiosk.screens.staff_door import StaffDoorScreen
from kiosk.visit import Look, Visit
from tests.screens.showing import Shown

AT_THE_DOOR = Visit(staff_card="staff")

Page = Shown[StaffDoorScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    shown = Shown(qtbot, StaffDoorScreen)
    shown.display(AT_THE_DOOR)
    return shown


def enter(shown: Page, digits: str) -> None:
    for digit in digits:
        shown.touch(shown.screen.pad.key(digit))


def test_the_pin_is_said_once_and_forgotten(shown: Page) -> None:
    enter(shown, "2580")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [StaffPinEntered("2580")]
    assert shown.screen.field.secret == ""
    shown.touch(shown.screen.pad.enter)
    assert len(shown.said) == 1


def test_three_digits_open_nothing(shown: Page) -> None:
    enter(shown, "258")
    assert not shown.screen.pad.enter.isEnabled()
    shown.touch(shown.screen.pad.enter)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert not shown.said
    assert shown.screen.pad.enter.accessibleDescription() == "4〜8けたの数字"


def test_a_ninth_digit_is_left_out(shown: Page) -> None:
    enter(shown, "123456789")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [StaffPinEntered("12345678")]


def test_the_last_digit_can_be_erased(shown: Page) -> None:
    enter(shown, "25809")
    shown.touch(shown.screen.pad.key("erase"))
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [StaffPinEntered("2580")]


def test_a_keyboard_on_the_desk_types_too(shown: Page) -> None:
    QTest.keyClicks(shown.place, "25x80")
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == [StaffPinEntered("2580")]


def test_nothing_on_the_page_reads_the_digits(shown: Page) -> None:
    enter(shown, "2580")
    assert shown.screen.field.accessibleName() == "暗証番号 4けた"
    assert "2580" not in shown.texts
    assert "2580" not in repr(StaffPinEntered("2580"))


def test_another_size_and_language_keep_what_is_typed(shown: Page) -> None:
    enter(shown, "2580")
    shown.display(AT_THE_DOOR, Look(Language.ENGLISH, TextSize.LARGEST))
    assert shown.screen.field.accessibleName() == "PIN, 4 digits"
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [StaffPinEntered("2580")]


def test_whoever_came_by_mistake_stops(shown: Page) -> None:
    shown.touch(shown.screen.give_up)
    assert shown.said == [SignInGivenUp()]


def test_a_wrong_pin_is_told_beside_the_field_without_saying_which_was_wrong(shown: Page) -> None:
    shown.display(Visit(staff_card="staff", trouble=StaffDoorClosed()))
    assert "職員カードか暗証番号が違います" in shown.texts


def test_a_shut_door_says_for_how_long(shown: Page) -> None:
    shown.display(Visit(staff_card="staff", trouble=TriedTooOften(541)))
    assert "10分たってから" in shown.texts
    assert "カウンター" not in shown.texts
    shown.display(AT_THE_DOOR)
    assert "10分たってから" not in shown.texts


def test_on_a_tall_panel_the_pad_stands_within_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, StaffDoorScreen, is_portrait=True)
    shown.display(AT_THE_DOOR)
    assert shown.box(shown.screen.pad).top() >= 812
