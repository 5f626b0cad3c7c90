"""Another password: the old one first, then the new one; what is refused is typed anew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import CardOrPasswordWrong, LineLost, PasswordNotAllowed
from kiosk.domain.looks import Language
from kiosk.events import PasswordChangeEntered
from kiosk.screens.change_password import ChangePasswordScreen
from kiosk.visit import Deed, Look
from tests.screens.details_visits import DETAILS, LINE_DOWN, WHOLE, seen
from tests.screens.showing import Shown, looks

Page = Shown[ChangePasswordScreen]
OLD, NEW = "sakura26", "ume2026"
CHANGING = seen(WHOLE, asked=Deed.PASSWORD_CHANGED)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ChangePasswordScreen)


def type_in(shown: Page, text: str) -> None:
    QTest.keyClicks(shown.place, text)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)


def test_the_old_one_is_asked_for_first(shown: Page) -> None:
    shown.display(DETAILS)
    assert "いまのパスワードを入れる" in shown.texts
    assert not shown.screen.card.new.field.isVisible()
    type_in(shown, OLD)
    assert not shown.said
    assert shown.screen.card.new.field.isVisible()


@pytest.mark.rule("L4")
def test_then_the_new_one_with_its_rule_in_sight(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, OLD)
    assert "半角の英字と数字で4〜20字" in shown.texts
    QTest.keyClicks(shown.place, "ume")
    assert "あと1字入れてください" in shown.texts
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert not shown.said
    type_in(shown, "2026")
    assert shown.said == [PasswordChangeEntered(OLD, NEW)]


def test_neither_is_among_the_words_of_the_page(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, OLD)
    QTest.keyClicks(shown.place, NEW)
    assert OLD not in shown.texts
    assert NEW not in shown.texts
    assert OLD not in shown.screen.card.field.accessibleName()


def test_the_old_one_can_be_typed_again(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, "sakura")
    shown.touch(shown.screen.card.retype)
    assert shown.screen.card.proof == "sakura"
    type_in(shown, "26")
    type_in(shown, NEW)
    assert shown.said == [PasswordChangeEntered(OLD, NEW)]


@pytest.mark.rule("E4")
def test_a_wrong_old_one_is_asked_for_anew_and_the_new_one_stays(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, "sakura27")
    type_in(shown, NEW)
    shown.display(CHANGING)
    shown.display(replace(DETAILS, trouble=CardOrPasswordWrong()))
    assert "いまのパスワードが違います" in shown.texts
    type_in(shown, OLD)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said[-1] == PasswordChangeEntered(OLD, NEW)


@pytest.mark.rule("L4", "E4")
@pytest.mark.parametrize("reason", ["length", "letters", "initial"])
def test_a_new_one_that_is_not_allowed_is_chosen_anew_and_the_old_one_stays(
    shown: Page, reason: str
) -> None:
    shown.display(DETAILS)
    type_in(shown, OLD)
    type_in(shown, "45750910")
    shown.display(CHANGING)
    shown.display(replace(DETAILS, trouble=PasswordNotAllowed(reason)))
    assert shown.screen.card.trouble.isVisible()
    type_in(shown, NEW)
    assert shown.said[-1] == PasswordChangeEntered(OLD, NEW)


@pytest.mark.rule("E4")
def test_without_an_answer_both_are_still_there(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, OLD)
    type_in(shown, NEW)
    shown.display(CHANGING)
    shown.touch(shown.screen.card.new_pad.enter)
    shown.display(replace(DETAILS, trouble=LineLost()))
    assert "入れたものは残っています" in shown.texts
    shown.touch(shown.screen.card.new_pad.enter)
    assert shown.said == [PasswordChangeEntered(OLD, NEW)] * 2


def test_what_is_typed_survives_another_language(shown: Page) -> None:
    shown.display(DETAILS)
    type_in(shown, OLD)
    QTest.keyClicks(shown.place, "ume")
    shown.display(DETAILS, Look(Language.ENGLISH))
    assert (shown.screen.card.proof, shown.screen.card.new.secret) == (OLD, "ume")


def test_without_the_line_nothing_is_sent(shown: Page) -> None:
    shown.display(replace(DETAILS, premises=LINE_DOWN))
    type_in(shown, OLD)
    type_in(shown, NEW)
    assert not shown.said


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "trouble", [None, PasswordNotAllowed("initial"), PasswordNotAllowed("about_you"), LineLost()]
)
def test_the_second_step_fits_too(
    qtbot: QtBot, trouble: Exception | None, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, ChangePasswordScreen, is_portrait=is_portrait)
    shown.display(DETAILS)
    type_in(shown, OLD)
    shown.touch(shown.screen.card.new_pad.key("letters"))
    for look in looks(is_portrait=is_portrait):
        shown.display(replace(DETAILS, trouble=trouble), look)
        assert not list(shown.faults()), look
