"""A forgotten password: both ways are told, and nobody is told which of them is theirs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import CodeWrong, LineLost, PasswordNotAllowed, TriedTooOften
from kiosk.domain.patrons import CardNumber
from kiosk.events import CardPresented, ResetCodeAsked, ResetEntered
from kiosk.screens.forgotten import ForgottenScreen
from kiosk.screens.reset import ResetScreen
from tests.screens.details_visits import FORGOTTEN, LINE_DOWN, SENT, SENT_AGAIN
from tests.screens.showing import Shown, looks

CODE, NEW = "123456", "ume2026"


@pytest.fixture
def shown(qtbot: QtBot) -> Shown[ForgottenScreen]:
    return Shown(qtbot, ForgottenScreen)


@pytest.fixture
def reset(qtbot: QtBot) -> Shown[ResetScreen]:
    return Shown(qtbot, ResetScreen)


def type_in(shown: Shown[ResetScreen], text: str) -> None:
    QTest.keyClicks(shown.place, text)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)


@pytest.mark.rule("L5")
def test_both_ways_are_told_with_an_address_and_without(shown: Shown[ForgottenScreen]) -> None:
    shown.display(FORGOTTEN)
    assert "eメールを登録している方" in shown.texts
    assert "カードと本人確認書類をカウンターにお持ちください" in shown.texts
    shown.touch(shown.screen.summary.button)
    assert shown.said == [ResetCodeAsked()]


def test_who_remembers_goes_back_to_the_password_with_the_card(
    shown: Shown[ForgottenScreen],
) -> None:
    shown.display(FORGOTTEN)
    shown.touch(shown.screen.remembered)
    assert shown.said == [CardPresented(CardNumber("01234567"))]
    assert "01234567" not in shown.texts


@pytest.mark.rule("E4")
@pytest.mark.parametrize(
    ("trouble", "said"), [(TriedTooOften(1800), "30分"), (LineLost(), "回線が切れています")]
)
def test_a_code_that_did_not_go_out_is_told(
    shown: Shown[ForgottenScreen], trouble: Exception, said: str
) -> None:
    shown.display(replace(FORGOTTEN, trouble=trouble))
    assert said in shown.texts


def test_without_the_line_no_code_is_asked_for(shown: Shown[ForgottenScreen]) -> None:
    shown.display(replace(FORGOTTEN, premises=LINE_DOWN))
    shown.touch(shown.screen.summary.button)
    assert not shown.said
    assert "回線が切れています" in shown.screen.summary.button.accessibleDescription()


@pytest.mark.rule("L5", "L7")
def test_whether_a_code_went_out_is_not_said(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    assert "eメールの登録があれば、6けたのコードをお送りしました" in reset.texts
    assert "カウンターにお持ちください" in reset.texts
    reset.display(SENT_AGAIN)
    assert "eメールの登録があれば、コードをもう一度お送りしました" in reset.texts


@pytest.mark.rule("L5", "L4")
def test_code_and_new_password_are_said_together(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    type_in(reset, CODE)
    assert "4〜20字" in reset.texts
    type_in(reset, NEW)
    assert reset.said == [ResetEntered(CODE, NEW)]


def test_a_code_has_six_digits(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    type_in(reset, "12345")
    assert not reset.screen.card.is_new
    type_in(reset, "a6789")
    assert reset.screen.card.proof == CODE
    assert reset.screen.card.is_new


def test_another_code_can_be_asked_for(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    reset.touch(reset.screen.again)
    assert reset.said == [ResetCodeAsked()]


@pytest.mark.rule("E4")
def test_a_wrong_code_is_typed_anew_and_the_new_password_stays(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    type_in(reset, "000000")
    type_in(reset, NEW)
    reset.display(SENT)
    reset.display(replace(SENT, trouble=CodeWrong()))
    assert "コードが違うか" in reset.texts
    type_in(reset, CODE)
    QTest.keyClick(reset.place, Qt.Key.Key_Return)
    assert reset.said[-1] == ResetEntered(CODE, NEW)


@pytest.mark.rule("L4", "E4")
def test_a_password_that_is_not_allowed_is_chosen_anew_and_the_code_stays(
    reset: Shown[ResetScreen],
) -> None:
    reset.display(SENT)
    type_in(reset, CODE)
    type_in(reset, "45750910")
    reset.display(replace(SENT, trouble=PasswordNotAllowed("initial")))
    type_in(reset, NEW)
    assert reset.said[-1] == ResetEntered(CODE, NEW)


@pytest.mark.rule("E4")
def test_without_an_answer_both_are_still_there(reset: Shown[ResetScreen]) -> None:
    reset.display(SENT)
    type_in(reset, CODE)
    type_in(reset, NEW)
    reset.touch(reset.screen.card.new_pad.enter)
    assert len(reset.said) == 1
    reset.display(replace(SENT, trouble=LineLost()))
    reset.touch(reset.screen.card.new_pad.enter)
    assert reset.said == [ResetEntered(CODE, NEW)] * 2


def test_without_the_line_nothing_is_sent(reset: Shown[ResetScreen]) -> None:
    reset.display(replace(SENT, premises=LINE_DOWN))
    reset.touch(reset.screen.again)
    type_in(reset, CODE)
    type_in(reset, NEW)
    assert not reset.said


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "trouble", [None, PasswordNotAllowed("initial"), PasswordNotAllowed("about_you"), LineLost()]
)
def test_the_second_step_fits_too(
    qtbot: QtBot, trouble: Exception | None, *, is_portrait: bool
) -> None:
    reset = Shown(qtbot, ResetScreen, is_portrait=is_portrait)
    reset.display(SENT)
    type_in(reset, CODE)
    for look in looks(is_portrait=is_portrait):
        reset.display(replace(SENT, trouble=trouble), look)
        assert not list(reset.faults()), look
