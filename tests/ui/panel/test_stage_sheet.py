"""A page may lay a sheet over itself: Back closes that before it leaves the page."""

from pytestqt.qtbot import QtBot

from kiosk.events import BackAsked, HelpAsked
from kiosk.ui.parts.sheet import Sheet
from kiosk.visit import Visit
from kiosk.words.words import Words
from tests.ui.conftest import MakeStage
from tests.ui.pages import Page


class PageWithSheet(Page):
    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.sheet = Sheet(self)

    def closes_sheet(self) -> bool:
        was_open = self.sheet.is_open
        self.sheet.close_sheet()
        return was_open


def test_back_closes_the_sheet_and_only_then_leaves(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage, page = make_stage(), PageWithSheet(words)
    stage.present(page, Visit())
    page.sheet.open_sheet()
    with qtbot.assertNotEmitted(stage.said):
        stage.say(BackAsked())
    assert not page.sheet.is_open
    with qtbot.waitSignal(stage.said) as said:
        stage.say(BackAsked())
    assert said.args == [BackAsked()]


def test_help_over_a_sheet_is_closed_first(make_stage: MakeStage, words: Words) -> None:
    stage, page = make_stage(), PageWithSheet(words)
    stage.present(page, Visit())
    page.sheet.open_sheet()
    stage.say(HelpAsked())
    stage.say(BackAsked())
    assert page.sheet.is_open
    assert not stage.help.is_open


def test_a_sheet_says_once_that_it_was_closed(make_stage: MakeStage, words: Words) -> None:
    stage, page = make_stage(), PageWithSheet(words)
    stage.present(page, Visit())
    closed: list[bool] = []
    page.sheet.closed.connect(lambda: closed.append(True))
    page.sheet.close_sheet()
    page.sheet.open_sheet()
    page.sheet.close_key.click()
    assert closed == [True]
