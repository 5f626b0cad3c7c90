"""What was scanned and opens nothing is told over any page, and is taken away by a touch."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.remarks import Remark
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Look, Signed, Visit
from kiosk.visit.told import Told, tell
from kiosk.words.scanning import say_remark
from kiosk.words.words import Words
from tests.ui.conftest import LANDSCAPE, PORTRAIT, MakeStage
from tests.ui.pages import Page

PRICE = Told(Remark.PRICE_ROW)
QUICK = IdleLimits(signed_in_s=3, anonymous_s=3)
SIGNED = Visit(signed=Signed(Session(SessionToken("of nobody"))))


def fallen(make_stage: MakeStage, words: Words, qtbot: QtBot, visit: Visit) -> Stage:
    stage = make_stage(limits=QUICK, second_ms=20)
    stage.present(Page(words), visit)
    with qtbot.waitSignal(stage.idle.fell_quiet):
        pass
    return stage


def test_a_remark_is_told_over_the_page_and_moves_nothing(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    before = page.geometry()
    stage.present(page, Visit(told=PRICE))
    assert stage.remark.isVisible()
    assert page.geometry() == before
    assert stage.remark.accessibleName().startswith(say_remark(words, Remark.PRICE_ROW).what)


def test_a_touch_takes_it_away_and_the_same_told_again_is_seen_again(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit(told=PRICE))
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(20, 400))
    assert not stage.remark.isVisible()
    stage.present(page, Visit(told=PRICE, look=Look(language=Language.ENGLISH)))
    assert not stage.remark.isVisible()
    stage.present(page, Visit(told=tell(PRICE, Remark.PRICE_ROW)))
    assert stage.remark.isVisible()


def test_the_next_act_ends_it(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit(told=PRICE))
    stage.present(page, Visit())
    assert not stage.remark.isVisible()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("language", [Language.JAPANESE, Language.EASY_JAPANESE, Language.ENGLISH])
def test_every_remark_has_room_in_the_largest_letters(
    make_stage: MakeStage, words: Words, size: tuple[int, int], language: Language
) -> None:
    stage = make_stage(size)
    page = Page(words)
    look = Look(language=language, size=TextSize.LARGEST)
    for remark in Remark:
        stage.present(page, Visit(look=look, told=Told(remark)))
        note = stage.remark.geometry()
        assert note.height() >= stage.remark.heightForWidth(note.width())
        assert note.bottom() < size[1] // 2
        assert stage.rect().contains(note)


def test_a_scan_lifts_the_curtain_before_a_stranger(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = fallen(make_stage, words, qtbot, Visit(look=Look(size=TextSize.LARGE)))
    stage.touched()
    assert stage.curtain.isHidden()
    assert stage.idle.is_waiting


def test_before_a_patron_who_is_signed_in_it_asks_who_is_there(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = fallen(make_stage, words, qtbot, SIGNED)
    before = stage.grab().toImage()
    stage.touched()
    assert not stage.curtain.isHidden()
    assert stage.idle.is_counting
    assert stage.grab().toImage() != before
