"""The curtain over the stage: it hides at once, asks, and lets the patron go on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.patrons import Session, SessionToken
from kiosk.events import IdleElapsed, LogoutAsked
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.label import Label
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Look, Signed, Visit
from kiosk.words.words import Words
from tests.ui.conftest import LANDSCAPE, PORTRAIT, MakeStage
from tests.ui.pages import PAGE_COLOUR, HomePage, Page

SIGNED = Visit(signed=Signed(Session(SessionToken("of nobody"))))
QUICK = IdleLimits(signed_in_s=3, anonymous_s=3)


def has_page(stage: Stage) -> bool:
    image = stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    return PAGE_COLOUR.rgb() in found


def test_the_curtain_hides_the_page_in_its_first_frame(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage(limits=QUICK, second_ms=10, theme=Theme())
    stage.present(Page(words), SIGNED)
    assert has_page(stage)
    with qtbot.waitSignal(stage.idle.fell_quiet):
        pass
    assert not has_page(stage)
    assert stage.curtain.geometry() == stage.rect()
    assert not stage.bar.isVisible()


def test_an_untouched_first_screen_has_no_curtain(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage(limits=QUICK, second_ms=1)
    stage.present(HomePage(words), Visit())
    assert not stage.idle.is_waiting
    stage.present(HomePage(words), Visit(Look(size=TextSize.LARGE)))
    assert stage.idle.is_waiting


def fallen(make_stage: MakeStage, words: Words, qtbot: QtBot, visit: Visit = SIGNED) -> Stage:
    stage = make_stage(limits=QUICK, second_ms=20)
    stage.present(Page(words), visit)
    with qtbot.waitSignal(stage.idle.fell_quiet):
        pass
    return stage


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Space])
def test_any_key_goes_on_at_the_same_place(
    make_stage: MakeStage, words: Words, qtbot: QtBot, key: Qt.Key
) -> None:
    stage = fallen(make_stage, words, qtbot)
    QTest.keyClick(stage.curtain, key)
    assert stage.curtain.isHidden()
    assert has_page(stage)
    assert stage.idle.is_waiting


def test_a_touch_beside_the_keys_of_the_curtain_does_nothing(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = fallen(make_stage, words, qtbot)
    with qtbot.assertNotEmitted(stage.said):
        for place in (QPoint(960, 300), QPoint(5, 5), QPoint(1000, 700)):
            QTest.mouseClick(stage.curtain, Qt.MouseButton.LeftButton, pos=place)
    assert stage.idle.is_counting
    assert not has_page(stage)


def test_a_patron_may_log_out_on_the_curtain_and_a_stranger_finish(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    for visit, says in ((SIGNED, LogoutAsked()), (Visit(), IdleElapsed())):
        stage = fallen(make_stage, words, qtbot, visit)
        leave = stage.curtain.findChildren(Button)[1]
        with qtbot.waitSignal(stage.said) as said:
            leave.click()
        assert said.args == [says]
        stage.present(HomePage(words), Visit())
        assert stage.curtain.isHidden()
        assert not stage.idle.is_counting


def test_the_page_stays_hidden_when_the_time_has_run_out(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage(limits=QUICK, second_ms=1)
    page = Page(words)
    with qtbot.waitSignal(stage.said) as said:
        stage.present(page, SIGNED)
    assert said.args == [IdleElapsed()]
    assert page.isHidden()
    stage.present(HomePage(words), Visit())
    assert stage.curtain.isHidden()


def test_a_late_answer_lifts_no_curtain(make_stage: MakeStage, words: Words, qtbot: QtBot) -> None:
    stage = fallen(make_stage, words, qtbot)
    assert stage.screen_now is not None
    stage.present(stage.screen_now, SIGNED)
    assert not has_page(stage)
    assert stage.idle.is_counting


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("language", Words.offered)
@pytest.mark.parametrize("text_size", TextSize)
def test_the_curtain_has_room_for_its_words(
    make_stage: MakeStage,
    words: Words,
    size: tuple[int, int],
    language: Language,
    text_size: TextSize,
) -> None:
    stage = make_stage(size)
    stage.present(Page(words), replace(SIGNED, look=Look(language, text_size)))
    stage.curtain.fall(30, SIGNED)
    for part in (*stage.curtain.findChildren(Label), *stage.curtain.findChildren(Button)):
        assert stage.curtain.rect().contains(part.geometry())
        assert part.height() >= part.heightForWidth(part.width())
