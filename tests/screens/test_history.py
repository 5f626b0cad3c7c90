"""The reading history of who keeps one."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.circulation import Read
from kiosk.events import DetailsAsked, EyeTouched, HistoryWished
from kiosk.screens.history import HistoryScreen
from kiosk.ui.details.read_row import ReadRow
from kiosk.visit import Visit
from tests.screens.details_visits import HISTORY, LINE_DOWN, WHOLE, seen
from tests.screens.showing import Shown

Page = Shown[HistoryScreen]
KEPT = seen(WHOLE, history=HISTORY)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, HistoryScreen)


def rows(shown: Page) -> list[str]:
    found = shown.shown(ReadRow)
    found.sort(key=lambda row: (shown.box(row).top(), shown.box(row).left()))
    return [row.accessibleName() for row in found]


def hidden(visit: Visit) -> Visit:
    assert visit.signed is not None
    library = replace(visit.signed.library, hides_titles=True)
    return replace(visit, signed=replace(visit.signed, library=library))


def test_what_was_read_stands_there_latest_first_with_its_days(shown: Page) -> None:
    shown.display(KEPT)
    assert rows(shown)[0].startswith("全集 第1巻 宮沢 賢治")
    assert "10月1日〜10月13日" in rows(shown)[0]
    assert "24件" in shown.texts


def test_a_long_history_takes_pages_and_loses_nothing(shown: Page) -> None:
    shown.display(KEPT)
    seen_now = rows(shown)
    while shown.screen.rows.rail.on.isEnabled():
        shown.touch(shown.screen.rows.rail.on)
        seen_now += rows(shown)
    assert len(set(seen_now)) == len(HISTORY)


def test_titles_can_be_hidden_from_whoever_stands_behind(shown: Page) -> None:
    shown.display(KEPT)
    shown.touch(shown.screen.eye)
    assert shown.said == [EyeTouched()]
    shown.display(hidden(KEPT))
    assert "全集" not in shown.texts
    assert "宮沢" not in shown.texts
    assert rows(shown)[0].startswith("資料1")


def test_what_ending_it_means_is_said_before(shown: Page) -> None:
    shown.display(KEPT)
    assert "やめると、すべて消えます" in shown.texts
    shown.touch(shown.screen.end)
    shown.touch(shown.screen.settings)
    assert shown.said == [HistoryWished(keeps=False), DetailsAsked()]


def test_an_empty_history_says_what_comes_into_it(shown: Page) -> None:
    shown.display(seen(WHOLE))
    assert "これからお返しになる資料が、ここに残ります" in shown.texts
    assert not rows(shown)


@pytest.mark.rule("E4")
def test_without_the_line_it_is_not_ended(shown: Page) -> None:
    shown.display(replace(KEPT, premises=LINE_DOWN))
    shown.touch(shown.screen.end)
    assert not shown.said
    assert shown.screen.end.accessibleDescription() == "回線が切れています"


def test_a_title_with_braces_is_shown_as_catalogued(shown: Page) -> None:
    odd = Read("集合{x|y}の本", "", HISTORY[0].lent_on, HISTORY[0].returned_on)
    shown.display(seen(WHOLE, history=(odd,)))
    assert "集合｛x|y｝の本" in rows(shown)[0]
