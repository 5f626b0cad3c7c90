"""How long a title takes that others wait for, on its page; how it is counted, laid over it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import TextSize
from kiosk.domain.waiting import Waiting, WhyUnsaid
from kiosk.screens.title import TitleScreen
from kiosk.visit import Look, Visit
from tests.screens.account_visits import WAITING_TIME
from tests.screens.showing import Shown, looks
from tests.screens.title_visits import AMONG, REFUSED_AT_A_BRANCH, TIMED, WAITED_FOR, told
from tests.screens.visits import line_down

Page = Shown[TitleScreen]
COUNTED, ON = WAITING_TIME.counted, WAITING_TIME.told_on
SOON = Waiting(ON, COUNTED, ON, ON + timedelta(days=1))
LONG = Waiting(ON, COUNTED, ON + timedelta(days=70), ON + timedelta(days=700))
ENDLESS = Waiting(ON, COUNTED, ON + timedelta(days=729))
NEVER = Waiting(ON, COUNTED, why_unsaid=WhyUnsaid.NO_COPY)
TOO_LONG = Waiting(ON, COUNTED, why_unsaid=WhyUnsaid.TOO_LONG)

pytestmark = pytest.mark.rule("R9")


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, TitleScreen)


def places(shown: Page) -> list[QRect]:
    """Where each thing stands but the key itself, and what is not shown."""
    page, card = shown.screen.page, shown.screen.page.card
    keys = (*card.deeds.keys, card.reserve, *page.beside.keys.values())
    told = (card.standing, card.position, card.refused, card.days, card.hurry)
    beside = (page.cover, page.about, page.beside, *page.about.parts)
    every: tuple[QWidget, ...] = (*keys, *told, *beside)
    return [shown.box(each) if each.isVisible() else QRect() for each in every]


def test_the_key_tells_the_range_and_shows_how_it_is_counted(shown: Page) -> None:
    shown.display(TIMED)
    screen = shown.screen
    assert "2～8週間" in screen.page.card.time.key.accessibleName()
    shown.touch(screen.page.card.time.key)
    assert screen.counting.is_open
    assert not screen.page.isVisible()
    shown.touch(screen.counting.close_key)
    assert screen.page.isVisible()


@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST], ids=["standard", "largest"])
def test_nothing_moves_when_the_answer_comes(
    qtbot: QtBot, size: TextSize, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    for look in (each for each in looks(is_portrait=is_portrait) if each.size is size):
        shown.display(WAITED_FOR, look)
        before = places(shown)
        assert before
        for answer in (WAITING_TIME, SOON, LONG, ENDLESS, NEVER, TOO_LONG):
            shown.display(told(WAITED_FOR, answer), look)
            assert places(shown) == before, (look, answer)


@pytest.mark.parametrize("visit", [AMONG, line_down(WAITED_FOR)], ids=["nobody waits", "no line"])
def test_where_nothing_can_be_told_no_room_is_kept(shown: Page, visit: Visit) -> None:
    shown.display(visit)
    assert not shown.screen.page.card.time.isVisible()


def test_what_was_told_before_the_line_went_stays(shown: Page) -> None:
    shown.display(line_down(TIMED))
    assert shown.screen.page.card.time.key.isVisible()


@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
@pytest.mark.parametrize("visit", [TIMED, REFUSED_AT_A_BRANCH], ids=["book", "disc"])
def test_everything_fits(qtbot: QtBot, visit: Visit, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look


@pytest.mark.parametrize("is_portrait", [False, True], ids=["landscape", "portrait"])
def test_it_is_told_in_the_largest_letters_too(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(TIMED, look)
        assert shown.screen.page.card.time.key.isVisible(), look
        shown.display(TIMED, Look(look.language))
