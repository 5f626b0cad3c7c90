"""A telephone or FAX number, typed at the pad or at the desk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import ContactNotUnderstood, LineLost
from kiosk.events import ContactEntered
from kiosk.screens.number import NumberScreen
from kiosk.ui.typing.field import FieldState
from kiosk.visit import Deed
from tests.screens.details_visits import FAX, LINE_DOWN, NUMBER, WHOLE, seen
from tests.screens.showing import Shown

Page = Shown[NumberScreen]
TELEPHONE = ContactKind.TELEPHONE
SETTING = seen(WHOLE, contact=TELEPHONE, asked=Deed.NUMBER_SET)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, NumberScreen)


def test_the_page_says_which_number_and_what_for(shown: Page) -> None:
    shown.display(NUMBER)
    assert "電話番号" in shown.texts
    assert "着信履歴" in shown.texts
    shown.display(FAX)
    assert "FAX番号" in shown.texts


@pytest.mark.parametrize("digits", ["0861234567", "09012345678"])
def test_ten_or_eleven_digits_are_said(shown: Page, digits: str) -> None:
    shown.display(NUMBER)
    for digit in digits:
        shown.touch(shown.screen.pad.key(digit))
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [ContactEntered(TELEPHONE, digits)]


@pytest.mark.rule("E4")
def test_too_few_digits_say_how_many_are_missing(shown: Page) -> None:
    shown.display(NUMBER)
    QTest.keyClicks(shown.place, "09012345")
    assert "あと2けた入れてください" in shown.texts
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert not shown.said


def test_at_the_desk_only_digits_are_typed_and_no_more_than_eleven(shown: Page) -> None:
    shown.display(FAX)
    QTest.keyClicks(shown.place, "090-1234-56789")
    QTest.keyClick(shown.place, Qt.Key.Key_Backspace)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == [ContactEntered(ContactKind.FAX, "0901234567")]


@pytest.mark.rule("E4")
@pytest.mark.parametrize("trouble", [ContactNotUnderstood(TELEPHONE), LineLost()])
def test_a_number_that_did_not_go_on_is_still_there(shown: Page, trouble: Exception) -> None:
    shown.display(NUMBER)
    QTest.keyClicks(shown.place, "9999999999")
    shown.touch(shown.screen.pad.enter)
    shown.display(SETTING)
    shown.touch(shown.screen.pad.enter)
    assert len(shown.said) == 1
    shown.display(replace(NUMBER, trouble=trouble))
    assert shown.screen.field.text == "9999999999"
    assert shown.screen.trouble.isVisible()


@pytest.mark.rule("E4")
def test_a_number_that_cannot_be_is_told_below_its_field(shown: Page) -> None:
    shown.display(replace(NUMBER, trouble=ContactNotUnderstood(TELEPHONE)))
    assert "市外局番" in shown.texts
    assert shown.screen.field.state is FieldState.ERROR


def test_without_the_line_nothing_is_sent(shown: Page) -> None:
    shown.display(replace(NUMBER, premises=LINE_DOWN))
    QTest.keyClicks(shown.place, "09012345678")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said
    assert shown.screen.pad.enter.accessibleDescription() == "回線が切れています"


def test_in_portrait_the_green_key_stands_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, NumberScreen, is_portrait=True)
    shown.display(NUMBER)
    assert shown.box(shown.screen.pad.enter).top() >= 812
