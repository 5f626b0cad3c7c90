from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import CertificateBoundToAnother
from kiosk.domain.looks import Language
from kiosk.events import MyLibraryAsked, MyNumberBindAsked, PinEntered
from kiosk.premises import Premises
from kiosk.screens.bind_card import BindCardScreen
from kiosk.screens.bind_pin import BindPinScreen
from kiosk.ui.screen import BarKind
from kiosk.visit import Look, Visit
from tests.screens.account_visits import JOINED, JOINING, JOINING_PIN, joining
from tests.screens.showing import Shown, looks

Page = Shown[BindCardScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, BindCardScreen)


def test_what_is_kept_is_told_before_anything_is_joined(shown: Page) -> None:
    shown.display(JOINING)
    assert "電子証明書を見分ける符号と有効期限だけです。" in shown.texts
    assert "12けたの個人番号は、読み取らず、残しません。" in shown.texts
    assert "いつでも解除できます" in shown.texts


def test_one_key_joins_and_the_other_goes_on(shown: Page) -> None:
    shown.display(JOINING)
    shown.touch(shown.screen.summary.button)
    shown.touch(shown.screen.not_now)
    assert shown.said == [MyNumberBindAsked(), MyLibraryAsked()]


def test_afterwards_it_says_until_when_and_leads_on(shown: Page) -> None:
    shown.display(JOINED)
    assert "マイナンバーカードを登録しました" in shown.texts
    assert "2031年9月10日まで" in shown.texts
    assert shown.screen.not_now.isHidden()
    shown.touch(shown.screen.summary.button)
    assert shown.said == [MyLibraryAsked()]


def test_the_day_is_said_in_english_too(shown: Page) -> None:
    shown.display(JOINED, Look(Language.ENGLISH))
    assert "Until 10 September 2031" in shown.texts


@pytest.mark.rule("E4")
def test_a_card_of_somebody_else_is_sent_to_the_counter(shown: Page) -> None:
    shown.display(replace(JOINING, trouble=CertificateBoundToAnother()))
    assert "窓口で解除できます" in shown.screen.trouble.accessibleName()


def test_without_the_line_nothing_is_begun(shown: Page) -> None:
    shown.display(replace(JOINING, premises=Premises(is_line_down=True)))
    shown.touch(shown.screen.summary.button)
    assert not shown.said


def test_the_pin_is_asked_with_the_patrons_own_bar(qtbot: QtBot) -> None:
    shown = Shown(qtbot, BindPinScreen)
    shown.display(JOINING_PIN)
    assert shown.screen.bar is BarKind.PATRON
    assert "カードの残りは3回です。" in shown.texts
    for digit in "1234":
        shown.touch(shown.screen.pad.key(digit))
    shown.touch(shown.screen.pad.enter)
    assert shown.said == [PinEntered("1234")]


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", joining().values(), ids=joining())
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, BindCardScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look
