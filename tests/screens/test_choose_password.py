from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import LineLost, PasswordNotAllowed
from kiosk.domain.looks import Language
from kiosk.events import NewPasswordEntered
from kiosk.premises import Premises
from kiosk.screens.choose_password import ChoosePasswordScreen
from kiosk.visit import Look, Visit
from tests.screens.account_visits import FIRST_TIME
from tests.screens.showing import Shown, looks

Page = Shown[ChoosePasswordScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ChoosePasswordScreen)


def type_digits(shown: Page, digits: str) -> None:
    for digit in digits:
        shown.touch(shown.screen.pad.key(digit))


@pytest.mark.rule("L4")
def test_the_rules_stand_there_before_anything_is_typed(shown: Page) -> None:
    shown.display(FIRST_TIME)
    assert "半角の英字と数字で4〜20字" in shown.texts
    assert "初期パスワードは選べません" in shown.texts


def test_a_password_is_said_and_forgotten(shown: Page) -> None:
    shown.display(FIRST_TIME)
    type_digits(shown, "202611")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [NewPasswordEntered("202611")]
    assert not shown.screen.new.secret


@pytest.mark.rule("L4", "E4")
def test_too_short_a_password_says_how_much_is_missing(shown: Page) -> None:
    shown.display(FIRST_TIME)
    type_digits(shown, "20")
    assert "あと2字入れてください" in shown.texts
    shown.touch(shown.screen.pad.enter)
    assert not shown.said


@pytest.mark.rule("L4")
def test_no_password_is_longer_than_twenty(shown: Page) -> None:
    shown.display(FIRST_TIME)
    type_digits(shown, "1" * 25)
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [NewPasswordEntered("1" * 20)]


def test_the_first_password_is_refused_with_what_to_do(shown: Page) -> None:
    shown.display(replace(FIRST_TIME, trouble=PasswordNotAllowed("initial")))
    assert "初期パスワードは、もう使えません。" in shown.texts
    type_digits(shown, "202611")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [NewPasswordEntered("202611")]


def test_while_it_is_set_nothing_is_said_twice(shown: Page) -> None:
    shown.display(FIRST_TIME)
    type_digits(shown, "202611")
    shown.touch(shown.screen.pad.enter)
    shown.display(FIRST_TIME)
    type_digits(shown, "202611")
    shown.touch(shown.screen.pad.enter)
    assert len(shown.said) == 1


def test_what_is_typed_survives_another_language(shown: Page) -> None:
    shown.display(FIRST_TIME)
    type_digits(shown, "2026")
    shown.display(FIRST_TIME, Look(Language.ENGLISH))
    assert shown.screen.new.secret == "2026"


def test_the_line_that_is_down_is_told_and_nothing_is_sent(shown: Page) -> None:
    lost = replace(FIRST_TIME, trouble=LineLost(), premises=Premises(is_line_down=True))
    shown.display(lost)
    type_digits(shown, "202611")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said
    assert "回線が切れています" in shown.texts


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "visit",
    [
        FIRST_TIME,
        *(
            replace(FIRST_TIME, trouble=PasswordNotAllowed(reason))
            for reason in ("length", "letters", "initial", "about_you", "pattern")
        ),
        replace(FIRST_TIME, trouble=LineLost()),
    ],
)
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ChoosePasswordScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look


@pytest.mark.parametrize("is_portrait", [False, True])
def test_everything_fits_below_the_banner_of_the_line(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ChoosePasswordScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(FIRST_TIME, look, banner=140)
        assert not list(shown.faults()), look
