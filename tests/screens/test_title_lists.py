"""What stands beside a title: volumes, issues, editions, and headings to look further."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.searching import Query
from kiosk.events import (
    SearchAsked,
    TitleChosen,
)
from kiosk.screens.title import TitleScreen
from kiosk.ui.text import Button
from kiosk.ui.titles.beside_title import Beside
from kiosk.ui.titles.holdings import HoldingLine
from kiosk.ui.titles.related_row import RelatedRow
from kiosk.ui.titles.title_page import TitlePage
from kiosk.visit import Look
from tests.screens.showing import Shown
from tests.screens.title_visits import (
    AMONG,
    HEADINGS,
    IN_A_SET,
    ISSUES,
    ISSUES_OF_IT,
    LARGE_CAT,
    OLD_CAT,
    SET,
    VOLUMES,
)
from tests.screens.visits import CAT_TOWN, opened

Page = Shown[TitleScreen]
LARGEST = Look(size=TextSize.LARGEST)


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, TitleScreen)


def page(shown: Page) -> TitlePage:
    return shown.screen.page


def turn_to(shown: Page, beside: Beside) -> None:
    shown.touch(page(shown).beside.keys[beside])
    QApplication.processEvents()


def rows(shown: Page) -> list[str]:
    return [row.accessibleName() for row in shown.shown(RelatedRow)]


def test_a_set_shows_its_volumes_each_with_its_state(shown: Page) -> None:
    shown.display(SET)
    assert rows(shown) == [
        "上巻 1991年 棚にあります 本館 2階　11番の棚",
        "中巻 1992年 貸出中",
        "下巻 1993年 ほかの館にあります 東分館",
    ]
    assert "全3巻" in shown.texts
    shown.touch(shown.shown(RelatedRow)[1])
    assert shown.said == [TitleChosen(VOLUMES[1].title.id)]


@pytest.mark.rule("E4")
def test_a_set_is_not_reserved_whole_and_says_what_to_do(shown: Page) -> None:
    shown.display(SET)
    shown.touch(page(shown).card.reserve)
    assert shown.said == []
    assert page(shown).card.reserve.accessibleDescription() == "先に、ひとつえらんでください"
    assert page(shown).card.slip.isHidden()
    assert not page(shown).card.staff.isHidden()


def test_a_volume_shows_its_neighbours_and_its_set(shown: Page) -> None:
    shown.display(IN_A_SET)
    assert "港町年代記　中巻" in shown.texts
    turn_to(shown, Beside.PARTS)
    assert [name.split()[0] for name in rows(shown)] == ["次の巻", "前の巻", "港町年代記"]
    for row in shown.shown(RelatedRow)[:2]:
        shown.touch(row)
    assert shown.said == [TitleChosen(VOLUMES[2].title.id), TitleChosen(VOLUMES[0].title.id)]


def test_issues_come_newest_first_and_the_older_ones_stand_behind_a_key(shown: Page) -> None:
    shown.display(ISSUES_OF_IT)
    assert rows(shown)[0].startswith("40号 2026年")
    related = page(shown).beside.related
    while related.rail.on.isEnabled():
        shown.touch(related.rail.on)
    assert "40点のうち 31〜40番目" in shown.texts
    keys = shown.shown(Button)
    shown.touch(next(key for key in keys if "31〜40番目" in key.accessibleName()))
    QApplication.processEvents()
    assert any(name.startswith("10号") for name in rows(shown))
    assert len(ISSUES) == 40


def test_other_editions_stand_behind_a_tab_with_their_year_and_form(shown: Page) -> None:
    shown.display(AMONG)
    assert page(shown).beside.keys[Beside.EDITIONS].accessibleName() == "ほかの版 2"
    turn_to(shown, Beside.EDITIONS)
    assert rows(shown) == [
        "2011年　みなと文庫 大活字本 ほかの館にあります 港南分館",
        "1961年　港書房 図書 貸出中 1人が待っています",
    ]
    for row in shown.shown(RelatedRow):
        shown.touch(row)
    assert shown.said == [TitleChosen(each.title.id) for each in (LARGE_CAT, OLD_CAT)]


def test_headings_say_how_many_titles_they_lead_to(shown: Page) -> None:
    shown.display(AMONG)
    first = page(shown).about.more[0]
    assert first.accessibleName() == "夏目 漱石の本 186"
    shown.touch(first)
    turn_to(shown, Beside.SIMILAR)
    assert "シリーズ「みなと文庫の名作」 24" in shown.texts
    assert "分類 913.6 の棚の本 203" in shown.texts
    assert shown.said == [SearchAsked(Query(terms=(HEADINGS[0].term,)))]


def test_the_list_that_is_looked_at_stays_until_another_title_comes(shown: Page) -> None:
    shown.display(AMONG)
    turn_to(shown, Beside.EDITIONS)
    shown.display(AMONG, Look(Language.ENGLISH))
    assert rows(shown)[0].startswith("Published 2011")
    shown.display(opened(CAT_TOWN))
    assert shown.shown(HoldingLine)


def test_where_letters_are_large_the_lists_stand_behind_tabs(shown: Page) -> None:
    shown.display(opened(), LARGEST)
    assert not shown.shown(HoldingLine)
    turn_to(shown, Beside.ITEMS)
    assert shown.shown(HoldingLine)
    assert not list(shown.faults())
    turn_to(shown, Beside.ABOUT)
    assert "夏目 漱石" in shown.texts
    assert shown.said == []
