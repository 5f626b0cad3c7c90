"""Help lies over any page, and leaves it exactly as it was."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.events import (
    BackAsked,
    Event,
    HelpAsked,
    HomeAsked,
    LanguageChosen,
    LibrarianCalled,
    LogoutAsked,
    ScreenName,
    TextSizeChosen,
)
from kiosk.ui.help.sheet import HelpSheet
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.label import Label
from kiosk.ui.panel.idle import IdleLimits
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Look, Visit
from kiosk.words.helping import Topic
from kiosk.words.words import Words
from tests.ui.conftest import LANDSCAPE, PORTRAIT, MakeStage
from tests.ui.pages import BarePage, HomePage, Page, SigningInPage
from tests.ui.panel.test_stage import CANCELLED, SIGNED


class ReservingPage(Page):
    help_topic = Topic.RESERVING


def texts(sheet: HelpSheet) -> set[str]:
    return {label.text() for label in sheet.findChildren(Label) if label.isVisible()}


def help_key(stage: Stage) -> Button:
    """The one of the two help keys that is seen."""
    keys = stage.bar.keys
    both: tuple[Button, ...] = (keys.help, keys.help_mark)
    (seen,) = [key for key in both if key.isVisible()]
    return seen


@pytest.fixture
def helped(make_stage: MakeStage, words: Words) -> Stage:
    """A page where something was typed, with help over it."""
    stage = make_stage()
    page = Page(words)
    stage.present(page, SIGNED)
    page.field.setText("ねこ")
    page.field.setFocus()
    stage.say(HelpAsked())
    return stage


def page_of(stage: Stage) -> Page:
    assert isinstance(stage.screen_now, Page)
    return stage.screen_now


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("screen", [HomePage, Page, SigningInPage])
def test_one_key_of_the_bar_opens_help_over_the_page_and_closes_it(
    make_stage: MakeStage, words: Words, screen: type[Page], size: tuple[int, int]
) -> None:
    stage = make_stage(size)
    page = screen(words)
    stage.present(page, SIGNED)
    QTest.mouseClick(help_key(stage), Qt.MouseButton.LeftButton)
    assert stage.help.isVisible()
    assert not page.isVisible()
    assert stage.help.geometry() == page.geometry()
    assert stage.bar.isVisible()
    QTest.mouseClick(help_key(stage), Qt.MouseButton.LeftButton)
    assert not stage.help.isVisible()
    assert page.isVisible()


def test_help_is_not_told_further(helped: Stage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(helped.said):
        helped.say(HelpAsked())
        helped.say(HelpAsked())
        helped.say(BackAsked())


@pytest.mark.parametrize("closes", ["key", "back", "help"])
def test_what_was_typed_and_where_the_caret_stood_survive_help(
    helped: Stage, qtbot: QtBot, closes: str
) -> None:
    page = page_of(helped)
    if closes == "key":
        helped.help.close_key.click()
    else:
        helped.say(BackAsked() if closes == "back" else HelpAsked())
    assert page.isVisible()
    assert page.field.text() == "ねこ"
    assert helped.focusWidget() is page.field


def test_back_leaves_the_page_again_once_help_is_closed(helped: Stage, qtbot: QtBot) -> None:
    helped.say(BackAsked())
    with qtbot.waitSignal(helped.said) as said:
        helped.bar.keys.back.click()
    assert said.args == [BackAsked()]


@pytest.mark.parametrize("event", [HomeAsked(), LogoutAsked()])
def test_whoever_goes_elsewhere_leaves_help_too(helped: Stage, qtbot: QtBot, event: Event) -> None:
    with qtbot.waitSignal(helped.said):
        helped.say(event)
    assert not helped.help.is_open


def test_another_screen_is_never_hidden_by_help(helped: Stage, words: Words) -> None:
    page = HomePage(words)
    helped.present(page, SIGNED)
    assert page.isVisible()
    assert not helped.help.isVisible()


def test_what_is_scanned_closes_help(helped: Stage) -> None:
    helped.touched()
    assert not helped.help.is_open
    assert page_of(helped).isVisible()


def test_an_answer_for_the_page_leaves_help_open(helped: Stage) -> None:
    page = page_of(helped)
    helped.present(page, SIGNED)
    assert helped.help.isVisible()
    assert not page.isVisible()


@pytest.mark.rule("E1")
def test_help_changes_its_language_and_its_letters_where_it_stands(
    helped: Stage, qtbot: QtBot
) -> None:
    assert "どうやってさがしますか" in texts(helped.help)
    for event in (LanguageChosen(Language.ENGLISH), TextSizeChosen(TextSize.LARGE)):
        helped.say(event)
        assert helped.help.is_open
    helped.present(page_of(helped), replace(SIGNED, look=Look(Language.ENGLISH, TextSize.LARGE)))
    assert "How do I search?" in texts(helped.help)
    helped.present(page_of(helped), replace(SIGNED, look=Look(Language.EASY_JAPANESE)))
    assert "どうやって さがしますか" in texts(helped.help)


def test_each_screen_says_what_help_tells_first(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    stage.present(ReservingPage(words), Visit())
    stage.say(HelpAsked())
    assert "どうやって予約しますか" in texts(stage.help)
    stage.say(HelpAsked())
    stage.say(HelpAsked("privacy"))
    assert "この検索機に何が残りますか" in texts(stage.help)


def test_a_topic_without_a_name_begins_at_the_beginning(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(Page(words), Visit())
    stage.say(HelpAsked("nowhere"))
    assert "どうやってさがしますか" in texts(stage.help)


def test_a_page_without_a_bar_has_no_help(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    page = BarePage(words)
    stage.present(page, Visit())
    stage.say(HelpAsked())
    assert page.isVisible()
    assert not stage.help.is_open


def test_calling_a_librarian_keeps_help_open_and_tells_what_the_page_is(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    page.shown_as = ScreenName.SEARCH
    stage.present(page, Visit())
    stage.say(HelpAsked())
    with qtbot.waitSignal(stage.said) as said:
        stage.help.strip.call.click()
    assert said.args == [LibrarianCalled(ScreenName.SEARCH)]
    assert stage.help.is_open


def test_the_undo_waits_below_help(make_stage: MakeStage, words: Words) -> None:
    stage = make_stage()
    stage.present(Page(words), CANCELLED)
    stage.say(HelpAsked())
    assert not stage.toast.isVisible()
    assert stage.help.geometry().bottom() + 1 == stage.bar.y()
    stage.say(HelpAsked())
    assert stage.toast.isVisible()


def test_the_curtain_falls_over_help_and_closes_it(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage(limits=IdleLimits(signed_in_s=3, anonymous_s=3), second_ms=10)
    stage.present(Page(words), SIGNED)
    stage.say(HelpAsked())
    with qtbot.waitSignal(stage.idle.fell_quiet):
        pass
    assert not stage.help.isVisible()
    stage.curtain.went_on.emit()
    assert page_of(stage).isVisible()
    assert not stage.help.is_open


def test_help_on_the_first_screen_does_not_stay_for_the_next_one(
    make_stage: MakeStage, words: Words
) -> None:
    stage = make_stage()
    stage.present(HomePage(words), Visit())
    assert not stage.idle.is_waiting
    stage.say(HelpAsked())
    assert stage.idle.is_waiting
    stage.say(HelpAsked())
    assert not stage.idle.is_waiting


def test_the_keyboard_walks_help_and_the_bar_and_not_the_page(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    with qtbot.waitActive(stage):
        stage.activateWindow()
    stage.bar.keys.help.setFocus()
    stage.say(HelpAsked())
    assert stage.focusWidget() is stage.help.close_key
    walked = set()
    for _ in range(60):
        now = stage.focusWidget()
        assert now is not None
        walked.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert stage.help.strip.call in walked
    assert stage.bar.keys.home in walked
    assert not any(page.isAncestorOf(each) for each in walked)
    stage.say(HelpAsked())
    assert stage.focusWidget() is stage.bar.keys.help


def test_who_stood_on_something_that_is_gone_stands_nowhere(
    make_stage: MakeStage, words: Words, qtbot: QtBot
) -> None:
    stage = make_stage()
    page = Page(words)
    stage.present(page, Visit())
    page.field.setFocus()
    stage.say(HelpAsked())
    with qtbot.waitSignal(page.field.destroyed):
        page.field.deleteLater()
    stage.say(HelpAsked())
    assert page.isVisible()
