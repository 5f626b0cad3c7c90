"""Two screens that slide over each other."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.patrons import Session, SessionToken
from kiosk.ui.look.theme import Theme
from kiosk.visit import Signed, Visit
from kiosk.words.words import Words
from tests.ui.conftest import MakeStage
from tests.ui.pages import HomePage, Page, PaintedPage

SIGNED = Visit(signed=Signed(Session(SessionToken("of nobody"))))


def test_a_change_of_screens_takes_no_touch(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage(theme=Theme())
    stage.present(HomePage(words), Visit())
    page = Page(words)
    stage.present(page, Visit())
    assert stage.is_changing
    with qtbot.waitSignal(stage.said):
        QTest.mouseClick(page.search, Qt.MouseButton.LeftButton)
    assert not stage.is_changing


def test_the_new_screen_is_not_painted_again_below_each_frame_of_the_change(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage(theme=Theme())
    stage.present(HomePage(words), Visit())
    page = PaintedPage(words)
    stage.present(page, Visit())
    QApplication.processEvents()
    once = page.painted
    for _ in range(5):
        stage.change.repaint()
    assert stage.is_changing
    assert page.painted == once


def test_no_picture_of_a_patrons_page_is_shown_after_their_visit(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage(theme=Theme())
    stage.present(Page(words), SIGNED)
    stage.present(HomePage(words), Visit())
    assert not stage.is_changing
