from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import LastTryKept, PinLocked, PinNotFourDigits, PinWrong
from kiosk.domain.looks import Language
from kiosk.domain.patrons import Card
from kiosk.events import PinEntered
from kiosk.premises import Premises
from kiosk.screens.pin import PinScreen
from kiosk.visit import Look, Visit
from tests.screens.account_visits import WITH_MY_NUMBER
from tests.screens.showing import Shown, looks

Page = Shown[PinScreen]


def with_tries(tries_left: int | None, trouble: Exception | None = None) -> Visit:
    card = Card(is_my_number=True, tries_left=tries_left)
    return replace(WITH_MY_NUMBER, card=card, trouble=trouble)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, PinScreen)


def type_digits(shown: Page, digits: str) -> None:
    for digit in digits:
        shown.touch(shown.screen.pad.key(digit))


def test_four_digits_are_said_and_forgotten(shown: Page) -> None:
    shown.display(with_tries(3))
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [PinEntered("1234")]
    assert not shown.screen.field.secret


def test_three_digits_are_not_said(shown: Page) -> None:
    shown.display(with_tries(3))
    type_digits(shown, "123")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said


def test_a_fifth_digit_is_left_out(shown: Page) -> None:
    shown.display(with_tries(3))
    type_digits(shown, "12345")
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [PinEntered("1234")]


def test_the_tries_are_told_before_and_the_last_one_is_not_offered(shown: Page) -> None:
    shown.display(with_tries(3))
    assert "カードの残りは3回です。" in shown.texts
    assert "ここでは最後の1回を使いません。" in shown.texts


def test_the_tries_are_told_after_a_wrong_pin(shown: Page) -> None:
    shown.display(with_tries(2, PinWrong(2)))
    assert "暗証番号が違います。" in shown.texts
    assert "カードの残りは2回です。" in shown.texts
    assert "あと1回" in shown.texts


def test_a_reader_hears_with_the_tries_what_three_wrong_ones_do(shown: Page) -> None:
    shown.display(with_tries(3))
    assert "ロックされます" in shown.screen.tries.accessibleDescription()


@pytest.mark.parametrize(
    ("tries_left", "trouble"), [(1, None), (1, LastTryKept()), (0, PinLocked()), (1, PinWrong(1))]
)
def test_the_last_try_is_never_sent(
    shown: Page, tries_left: int, trouble: Exception | None
) -> None:
    shown.display(with_tries(tries_left, trouble))
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said
    assert "図書館カードをお使いください" in shown.screen.pad.enter.accessibleDescription()


@pytest.mark.parametrize(("tries_left", "said"), [(1, "カードの残りは1回です"), (0, "ロック")])
def test_what_the_card_says_is_explained_before_anything_is_typed(
    shown: Page, tries_left: int, said: str
) -> None:
    shown.display(with_tries(tries_left))
    assert said in shown.screen.trouble.accessibleName()
    assert "お住まいの市区町村の窓口" in shown.screen.trouble.accessibleName()


@pytest.mark.parametrize("visit", [with_tries(1, PinWrong(1)), with_tries(1), with_tries(0)])
def test_where_no_pin_is_of_use_none_is_asked_for(shown: Page, visit: Visit) -> None:
    shown.display(with_tries(3))
    assert shown.screen.pad.isVisible()
    shown.display(visit)
    assert not shown.screen.pad.isVisible()
    assert not shown.screen.field.isVisible()
    assert "カードを台から取ってください。" in shown.texts
    assert "市区町村の窓口で再設定できます" in shown.texts
    shown.display(with_tries(3))
    assert shown.screen.pad.isVisible()


@pytest.mark.rule("E4")
def test_the_kept_try_was_not_spent(shown: Page) -> None:
    shown.display(with_tries(1, LastTryKept()))
    assert "カードには何も送っていません" in shown.texts


def test_digits_are_mixed_by_a_touch_and_mixed_anew_after_each_try(shown: Page) -> None:
    shown.display(with_tries(3))
    pad = shown.screen.pad
    plain = [pad.key(digit).pos() for digit in "1234567890"]
    shown.touch(pad.key("mix"))
    assert [pad.key(digit).pos() for digit in "1234567890"] != plain
    assert pad.key("mix").accessibleName() == "数字を順に並べる"
    type_digits(shown, "1234")
    shown.touch(pad.enter)
    assert shown.said == [PinEntered("1234")]
    assert pad.is_mixed
    shown.touch(pad.key("mix"))
    assert [pad.key(digit).pos() for digit in "1234567890"] == plain


def test_a_library_may_begin_with_mixed_digits(shown: Page) -> None:
    shown.display(replace(with_tries(3), premises=Premises(mixes_pin_digits=True)))
    assert shown.screen.pad.is_mixed


@pytest.mark.rule("E4")
def test_a_locked_pin_says_where_it_is_reset(shown: Page) -> None:
    shown.display(with_tries(0, PinLocked()))
    assert "市区町村の窓口で再設定できます" in shown.texts


def test_while_the_card_is_read_nothing_can_be_sent(shown: Page) -> None:
    shown.display(with_tries(None))
    assert "カードを読んでいます" in shown.texts
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said


def test_digits_typed_before_the_tries_were_read_are_begun_anew(shown: Page) -> None:
    shown.display(with_tries(None))
    type_digits(shown, "12")
    shown.display(with_tries(3))
    assert not shown.screen.field.secret


def test_while_it_is_proved_nothing_is_said_twice(shown: Page) -> None:
    shown.display(with_tries(3))
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    shown.display(with_tries(3))
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    assert len(shown.said) == 1


def test_the_number_of_twelve_digits_is_never_asked_for(shown: Page) -> None:
    shown.display(with_tries(3))
    assert "12けたの個人番号は、読み取らず、残しません。" in shown.texts


def test_digits_survive_another_language_and_never_become_words(shown: Page) -> None:
    shown.display(with_tries(3))
    type_digits(shown, "97")
    shown.display(with_tries(3), Look(Language.ENGLISH))
    assert shown.screen.field.secret == "97"
    assert "97" not in shown.screen.field.accessibleName()


def test_without_the_line_nothing_is_sent(shown: Page) -> None:
    shown.display(replace(with_tries(3), premises=Premises(is_line_down=True)))
    type_digits(shown, "1234")
    shown.touch(shown.screen.pad.enter)
    assert not shown.said


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "visit",
    [
        with_tries(None),
        with_tries(3),
        with_tries(2, PinWrong(2)),
        with_tries(1, PinWrong(1)),
        with_tries(0, PinLocked()),
        with_tries(1, LastTryKept()),
        with_tries(1),
        with_tries(0),
        with_tries(3, PinNotFourDigits()),
    ],
)
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, PinScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look


@pytest.mark.parametrize("is_portrait", [False, True])
def test_everything_fits_below_the_banner_of_the_line(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, PinScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(with_tries(3), look, banner=140)
        assert not list(shown.faults()), look
