from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import CardOrPasswordWrong, LineLost, TriedTooOften, TwoCards
from kiosk.domain.looks import Language, TextSize
from kiosk.domain.patrons import Card, CardNumber
from kiosk.events import CardPresented, ForgottenAsked, PasswordEntered
from kiosk.premises import Premises
from kiosk.screens.sign_in import SignInScreen
from kiosk.visit import Find, Look, SeeMyLibrary, Visit
from tests.screens.account_visits import STRANGER, WITH_CARD
from tests.screens.showing import Shown, looks

Page = Shown[SignInScreen]
PASSWORD = "sakura26"
WRONG = replace(WITH_CARD, trouble=CardOrPasswordWrong())


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, SignInScreen)


def type_number(shown: Page, digits: str) -> None:
    for digit in digits:
        shown.touch(shown.screen.number_pad.key(digit))


def type_password(shown: Page, text: str) -> None:
    """Letters stand behind ABC, digits behind 123."""
    pad = shown.screen.password_pad
    for sign in text:
        for name in ("letters", "numbers"):
            turn = name == "letters" if sign.isalpha() else name == "numbers"
            if turn and name in pad._keys and pad.key(name).isVisible():
                shown.touch(pad.key(name))
        shown.touch(pad.key(sign))


def test_before_a_card_the_page_says_what_to_do_with_one(shown: Page) -> None:
    shown.display(STRANGER)
    assert "バーコード" in shown.texts
    assert "マイナンバーカードは、右の台に置いてください" in shown.texts
    assert "12けたの個人番号は、読み取らず" in shown.texts


def told(*devices: Health) -> Visit:
    return replace(STRANGER, premises=Premises(devices=devices))


def test_a_my_number_card_is_asked_for_only_where_the_reader_works(shown: Page) -> None:
    """And while the patron looks: pulled, then plugged in again."""
    shown.display(told(Health(Device.CARD_READER, Condition.GONE, "not_plugged_in")))
    assert "マイナンバーカード" not in shown.texts
    assert "12けたの個人番号" not in shown.texts
    shown.display(told(Health(Device.CARD_READER, Condition.READY)))
    assert "マイナンバーカードは、右の台に置いてください" in shown.texts


@pytest.mark.parametrize(
    "health",
    [
        Health(Device.SCANNER, Condition.GONE, "not_plugged_in"),
        Health(Device.SCANNER, Condition.DEGRADED, "held_by_another_program"),
    ],
    ids=["pulled", "taken"],
)
def test_without_a_scanner_the_number_is_asked_for(shown: Page, health: Health) -> None:
    shown.display(told(health))
    assert "赤い光" not in shown.texts
    assert "バーコードの読み取り機が、いま使えません" in shown.texts
    shown.display(told(Health(Device.SCANNER, Condition.READY)))
    assert "赤い光" in shown.texts


def test_a_number_can_be_typed_instead_of_a_card(shown: Page) -> None:
    shown.display(STRANGER)
    type_number(shown, "01234567")
    shown.touch(shown.screen.number_pad.enter)
    assert shown.said == [CardPresented(CardNumber("01234567"))]


def test_too_short_a_number_goes_nowhere(shown: Page) -> None:
    shown.display(STRANGER)
    type_number(shown, "012")
    shown.touch(shown.screen.number_pad.enter)
    assert not shown.said


def test_a_read_card_is_ticked_and_its_number_masked(shown: Page) -> None:
    shown.display(WITH_CARD)
    assert shown.screen.number.text == "0123 ••67"
    assert "01234567" not in shown.texts
    assert "生まれた月日" in shown.texts


def test_a_password_of_letters_and_digits_is_said_and_forgotten(shown: Page) -> None:
    shown.display(WITH_CARD)
    type_password(shown, PASSWORD)
    shown.touch(shown.screen.password_pad.enter)
    assert [type(event) for event in shown.said] == [PasswordEntered]
    assert shown.said == [PasswordEntered(PASSWORD)]
    assert not shown.screen.password.secret


def test_what_is_typed_survives_another_language_and_size(shown: Page) -> None:
    shown.display(WITH_CARD)
    type_password(shown, "sakura")
    shown.display(WITH_CARD, Look(Language.ENGLISH, TextSize.LARGEST))
    assert shown.screen.password.secret == "sakura"
    shown.display(STRANGER)
    type_number(shown, "0123")
    shown.display(STRANGER, Look(Language.ENGLISH))
    assert shown.screen.number.text == "0123"


def test_another_card_forgets_the_password_that_was_begun(shown: Page) -> None:
    shown.display(WITH_CARD)
    type_password(shown, "sakura")
    shown.display(replace(WITH_CARD, card=Card(CardNumber("99990000"))))
    assert not shown.screen.password.secret


def test_the_password_is_never_among_the_words_of_the_page(shown: Page) -> None:
    shown.display(WITH_CARD)
    type_password(shown, "sakura26")
    assert "sakura" not in shown.texts
    assert "sakura" not in shown.screen.password.accessibleName()


def test_while_it_is_checked_nothing_is_said_twice(shown: Page) -> None:
    shown.display(WITH_CARD)
    type_password(shown, PASSWORD)
    shown.touch(shown.screen.password_pad.enter)
    shown.display(WITH_CARD)
    type_password(shown, PASSWORD)
    shown.touch(shown.screen.password_pad.enter)
    assert len(shown.said) == 1


def test_a_wrong_password_says_nothing_about_which_was_wrong(shown: Page) -> None:
    shown.display(WRONG)
    assert "番号かパスワードが違います。" in shown.texts
    assert "下の「パスワードを忘れた」へ" in shown.texts
    type_password(shown, PASSWORD)
    shown.touch(shown.screen.password_pad.enter)
    assert shown.said == [PasswordEntered(PASSWORD)]


def test_a_number_typed_wrongly_can_be_typed_again(shown: Page) -> None:
    shown.display(WITH_CARD)
    shown.touch(shown.screen.card.again)
    type_number(shown, "76543210")
    shown.touch(shown.screen.number_pad.enter)
    assert shown.said == [CardPresented(CardNumber("76543210"))]


def test_the_keyboard_of_the_desk_types_too(shown: Page) -> None:
    shown.display(WITH_CARD)
    QTest.keyClicks(shown.place, "sakura26")
    QTest.keyClick(shown.place, Qt.Key.Key_Backspace)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == [PasswordEntered("sakura2")]


def test_without_the_line_signing_in_is_dashed_with_its_reason(shown: Page) -> None:
    shown.display(replace(WITH_CARD, premises=Premises(is_line_down=True)))
    type_password(shown, PASSWORD)
    shown.touch(shown.screen.password_pad.enter)
    assert not shown.said
    assert shown.screen.password_pad.enter.accessibleDescription() == "回線が切れています"


def test_the_purpose_stands_beside_the_heading(shown: Page) -> None:
    shown.display(STRANGER)
    assert "『吾輩は猫である』の予約につづきます" in shown.texts
    shown.display(replace(STRANGER, purpose=SeeMyLibrary()))
    assert "My ライブラリにつづきます" in shown.texts
    shown.display(replace(STRANGER, purpose=Find()))
    assert "つづきます" not in shown.texts


@pytest.mark.parametrize(("seconds", "said"), [(60, "1分間"), (120, "2分間"), (45, "45秒間")])
def test_the_idle_time_is_told(shown: Page, seconds: int, said: str) -> None:
    shown.display(replace(STRANGER, premises=Premises(idle_signed_in_s=seconds)))
    assert f"{said}操作がないと、画面をかくします" in shown.texts


@pytest.mark.rule("L5")
def test_a_forgotten_password_has_its_key_at_the_password(shown: Page) -> None:
    shown.display(STRANGER)
    assert not shown.screen.forgotten.isVisible()
    shown.display(WITH_CARD)
    shown.touch(shown.screen.forgotten)
    assert shown.said == [ForgottenAsked()]


@pytest.mark.rule("L5")
def test_a_password_that_was_set_anew_is_told_where_it_is_asked_for(shown: Page) -> None:
    card = Card(CardNumber("01234567"), has_new_password=True)
    shown.display(replace(WITH_CARD, card=card))
    assert "新しいパスワードに変わりました" in shown.texts
    assert "生まれた月日" not in shown.texts


def test_trouble_with_the_card_is_explained_before_a_card_is_known(shown: Page) -> None:
    shown.display(replace(STRANGER, trouble=TwoCards()))
    assert "1枚だけ置いてください" in shown.texts


def test_in_portrait_the_green_key_stands_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, SignInScreen, is_portrait=True)
    shown.display(WITH_CARD)
    assert shown.box(shown.screen.password_pad.enter).top() >= 812


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize(
    "visit",
    [
        STRANGER,
        WITH_CARD,
        WRONG,
        replace(WITH_CARD, trouble=TriedTooOften(600)),
        replace(WITH_CARD, trouble=LineLost()),
        replace(STRANGER, trouble=TwoCards()),
    ],
)
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, SignInScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look


def test_the_alphabet_fits_in_every_look(qtbot: QtBot) -> None:
    for is_portrait in (False, True):
        shown = Shown(qtbot, SignInScreen, is_portrait=is_portrait)
        shown.display(WITH_CARD)
        shown.touch(shown.screen.password_pad.key("letters"))
        for look in looks(is_portrait=is_portrait):
            shown.display(WITH_CARD, look)
            assert not list(shown.faults()), look


@pytest.mark.parametrize("is_portrait", [False, True])
def test_everything_fits_below_the_banner_of_the_line(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, SignInScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(WITH_CARD, look, banner=140)
        assert not list(shown.faults()), look
