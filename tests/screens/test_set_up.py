"""The page on which a technician has the kiosk let in."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import errors
from kiosk.domain.enrolling import Authority, TlsFault
from kiosk.domain.looks import Language
from kiosk.events import AuthorityConfirmed, EnrolmentCodeEntered, SetUpAsked, StaffLeft
from kiosk.screens.set_up import SetUpScreen
from kiosk.services.simulated.enrolment import ENROLMENT_CODE
from kiosk.ui.panel.stage import Stage
from kiosk.ui.typing.board_layouts import Act
from kiosk.ui.typing.field import FieldState
from kiosk.words.words import Words
from tests.screens.every_screen import HERE
from tests.screens.set_up_visits import BEGUN, COMPARING, ENTERING, LET_IN, at, by_staff
from tests.screens.showing import THEME, WORDS, Shown

Page = Shown[SetUpScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, SetUpScreen)


def type_code(shown: Page, code: str = ENROLMENT_CODE) -> None:
    board = shown.screen.entry.board
    for sign in code.replace("-", ""):
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.key(sign).geometry().center())


def send(shown: Page) -> None:
    board = shown.screen.entry.board
    key = board.key(Act.SEARCH)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=key.geometry().center())


def test_number_and_address_stand_there_to_be_checked(shown: Page) -> None:
    shown.display(at(BEGUN))
    assert "003" in shown.texts
    assert "https://central.library.example" in shown.texts


def test_only_who_touched_each_line_of_the_fingerprint_goes_on(shown: Page) -> None:
    shown.display(at(COMPARING))
    comparing = shown.screen.comparing
    for line in comparing.fingerprint.lines:
        shown.touch(comparing.confirm)
        assert shown.said == []
        shown.touch(line)
    shown.touch(comparing.confirm)
    assert shown.said == [AuthorityConfirmed()]


def test_a_line_that_was_touched_by_mistake_is_taken_back(shown: Page) -> None:
    shown.display(at(COMPARING))
    comparing = shown.screen.comparing
    for line in (*comparing.fingerprint.lines, comparing.fingerprint.lines[2]):
        shown.touch(line)
    shown.touch(comparing.confirm)
    assert shown.said == []


def test_another_fingerprint_is_compared_anew(shown: Page) -> None:
    shown.display(at(COMPARING))
    for line in shown.screen.comparing.fingerprint.lines:
        shown.touch(line)
    other = Authority(":".join(["AB"] * 32))
    shown.display(at(replace(COMPARING, authority=other)))
    assert not shown.screen.comparing.fingerprint.is_compared


def test_the_code_is_typed_by_its_own_signs_and_sent(shown: Page) -> None:
    shown.display(at(ENTERING))
    type_code(shown)
    assert shown.screen.entry.field.text == ENROLMENT_CODE
    send(shown)
    assert shown.said == [EnrolmentCodeEntered(ENROLMENT_CODE)]


def test_a_mistyped_code_is_told_and_not_sent(shown: Page) -> None:
    shown.display(at(ENTERING))
    type_code(shown, "K7QM-3XPD-9TFM")
    assert shown.screen.entry.field.state is FieldState.ERROR
    send(shown)
    assert shown.said == []


def test_a_code_is_sent_once_while_it_is_asked_about(shown: Page) -> None:
    shown.display(at(ENTERING))
    type_code(shown)
    shown.display(at(replace(ENTERING, is_asking=True)))
    send(shown)
    assert shown.said == []
    assert shown.screen.entry.field.text == ENROLMENT_CODE


def test_a_refused_code_leaves_and_one_whose_answer_was_lost_stays(shown: Page) -> None:
    shown.display(at(ENTERING))
    type_code(shown)
    shown.display(at(replace(ENTERING, is_asking=True)))
    shown.display(at(ENTERING, errors.LineLost()))
    assert shown.screen.entry.field.text == ENROLMENT_CODE
    shown.display(at(replace(ENTERING, is_asking=True)))
    shown.display(at(ENTERING, errors.EnrolmentRefused()))
    assert shown.screen.entry.field.text == ""
    assert "003" in shown.texts


@pytest.mark.parametrize("fault", TlsFault)
def test_each_trouble_says_what_to_do_and_asks_again(shown: Page, fault: TlsFault) -> None:
    shown.display(at(BEGUN, errors.LineNotSecure(fault)))
    assert shown.screen.trouble.accessibleName()
    shown.touch(shown.screen.again)
    assert shown.said == [SetUpAsked()]


def test_no_two_troubles_are_told_alike(shown: Page) -> None:
    told = set()
    troubles: list[Exception] = [
        errors.LineNotSecure(fault) for fault in TlsFault if fault is not TlsFault.UNKNOWN
    ]
    troubles += [errors.LineLost(), errors.AuthorityDiffers(), errors.NothingHere()]
    for trouble in troubles:
        shown.display(at(BEGUN, trouble))
        told.add(shown.screen.trouble.accessibleName())
    assert len(told) == len(troubles)


def test_patrons_are_not_told_of_the_line_where_nothing_can_be_searched(qtbot: QtBot) -> None:
    words = Words.load(WORDS, Language.JAPANESE)
    stage = Stage(words, THEME, HERE, lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    qtbot.addWidget(stage)
    stage.resize(1920, 1080)
    visit = at(BEGUN, errors.LineLost())
    down = replace(visit, premises=replace(visit.premises, is_line_down=True))
    stage.present(SetUpScreen(words), down)
    stage.show()
    assert not stage.banner.isVisible()
    assert stage.band.isVisible()


def test_nobody_stops_the_set_up_of_a_kiosk_that_can_do_nothing_else(shown: Page) -> None:
    shown.display(at(COMPARING))
    assert not shown.screen.leave.isVisible()


def test_staff_stop_it_and_whoever_is_done_goes_on(shown: Page) -> None:
    shown.display(by_staff(COMPARING))
    shown.touch(shown.screen.leave)
    shown.display(at(LET_IN))
    shown.touch(shown.screen.leave)
    assert shown.said == [StaffLeft(), StaffLeft()]
