import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import ServiceBroken
from kiosk.domain.looks import Language
from kiosk.events import HomeAsked
from kiosk.premises import Premises
from kiosk.screens.apology import ApologyScreen
from kiosk.screens.out_of_service import OTHERS, OutOfServiceScreen
from kiosk.ui.lettering.label import Label
from kiosk.ui.text import Button
from kiosk.visit import Look, Visit
from tests.screens.every_screen import CLOSED, UNWELL
from tests.screens.showing import Shown


@pytest.fixture
def apology(qtbot: QtBot) -> Shown[ApologyScreen]:
    return Shown(qtbot, ApologyScreen)


@pytest.fixture
def sign(qtbot: QtBot) -> Shown[OutOfServiceScreen]:
    return Shown(qtbot, OutOfServiceScreen)


def test_what_nobody_foresaw_gets_an_apology_and_a_way_home(apology: Shown[ApologyScreen]) -> None:
    apology.display(Visit(trouble=KeyError("01234567")))
    assert "申しわけありません" in apology.texts
    assert "01234567" not in apology.texts
    apology.touch(apology.screen.home)
    assert apology.said == [HomeAsked()]


def test_what_was_foreseen_says_what_is_and_what_to_do(apology: Shown[ApologyScreen]) -> None:
    apology.display(Visit(trouble=ServiceBroken()))
    assert "応答していません" in apology.texts
    assert "もう一度お試しください" in apology.texts
    assert "ServiceBroken" in apology.texts


def test_a_kiosk_out_of_service_sends_to_the_counter_in_four_languages(
    sign: Shown[OutOfServiceScreen],
) -> None:
    sign.display(CLOSED)
    assert "カウンターの職員" in sign.texts
    others = [text for language, text in OTHERS.items() if language is not Language.JAPANESE]
    assert all(text in sign.texts for text in others)
    assert not sign.shown(Button)


def test_no_language_is_spoken_twice(sign: Shown[OutOfServiceScreen]) -> None:
    sign.display(CLOSED, Look(Language.ENGLISH))
    assert OTHERS[Language.ENGLISH] not in sign.texts
    assert OTHERS[Language.JAPANESE] in sign.texts


@pytest.mark.parametrize(
    ("language", "family"),
    [(Language.CHINESE, "Noto Sans CJK SC"), (Language.KOREAN, "Noto Sans CJK KR")],
)
def test_each_language_is_set_in_its_own_letters(
    sign: Shown[OutOfServiceScreen], language: Language, family: str
) -> None:
    sign.display(CLOSED)
    labels = [label for label in sign.shown(Label) if label.text() == OTHERS[language]]
    assert labels[0].letters.regular.families() == [family]


def test_staff_who_pass_by_read_which_devices_are_not_well(sign: Shown[OutOfServiceScreen]) -> None:
    sign.display(Visit(premises=Premises(is_closed=True, devices=UNWELL)))
    assert "printer paper_low" in sign.texts
    assert "catalogue" not in sign.texts
