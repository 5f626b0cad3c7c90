from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import AlreadyReserved, LimitReached
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Query
from kiosk.events import ReserveAsked, SearchAsked
from kiosk.screens.title import TitleScreen
from kiosk.ui.titles.holdings import HoldingLine
from kiosk.visit import Look, Visit
from tests.screens.showing import Shown, looks
from tests.screens.visits import CAT, CAT_TOWN, LONG, OFFICE, SONGS, TWO_WOMEN, line_down, opened

Page = Shown[TitleScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, TitleScreen)


def test_a_title_on_the_shelf_can_be_reserved_and_says_where_it_stands(shown: Page) -> None:
    shown.display(opened())
    for said in ("吾輩は猫である", "わがはい は ねこ で ある", "夏目 漱石", "1990年", "525p"):
        assert said in shown.texts
    assert "この館の棚にあります" in shown.texts
    assert "24番の棚" in shown.texts
    shown.touch(shown.screen.reserve)
    assert shown.said == [ReserveAsked()]


@pytest.mark.rule("R4")
def test_who_is_in_a_hurry_is_sent_to_the_counter_before_reserving(shown: Page) -> None:
    shown.display(opened())
    hurry, reserve = shown.box(shown.screen.hurry), shown.box(shown.screen.reserve)
    assert shown.screen.hurry.text() == "お急ぎの方は、カウンターの職員におたずねください。"
    assert hurry.bottom() < reserve.top()


def test_more_by_the_same_creator_and_on_the_same_subject(shown: Page) -> None:
    shown.display(opened())
    for key in shown.screen.about.more:
        shown.touch(key)
    assert shown.said == [SearchAsked(Query(text)) for text in ("夏目 漱石", "猫", "明治時代")]


def test_every_branch_has_a_line_with_state_count_and_shelf(shown: Page) -> None:
    shown.display(opened())
    lines = [line.accessibleName() for line in shown.shown(HoldingLine)]
    assert lines == [
        "本館 この館 棚にあります 2冊 24番の棚",
        "東分館 棚にあります 1冊 5番の棚",
        "港南分館 棚にあります 1冊 3番の棚",
        "西分館 貸出中 1冊 12月2日（水）に返る予定",
    ]


def test_branches_that_find_no_room_stand_on_the_next_page(shown: Page) -> None:
    shown.display(opened(LONG))
    pages = shown.screen.holdings.pages
    assert pages > 1
    for _ in range(pages - 1):
        shown.touch(shown.screen.holdings.rail.on)
    assert not shown.screen.holdings.rail.on.isEnabled()
    assert shown.shown(HoldingLine)


def test_where_letters_are_large_the_branches_stand_behind_a_key(shown: Page) -> None:
    shown.display(opened(), Look(size=TextSize.LARGEST))
    assert not shown.shown(HoldingLine)
    shown.touch(shown.screen.look_where)
    QApplication.processEvents()
    assert shown.shown(HoldingLine)
    assert not list(shown.faults())
    shown.touch(shown.screen.look_where)
    assert "夏目 漱石" in shown.texts
    assert shown.said == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (CAT_TOWN, "ほかの館にあります"),
        (TWO_WOMEN, "3人が待っています"),
        (OFFICE, "館内でお読みください。"),
        (SONGS, "カウンターの職員におたずねください。"),
    ],
)
def test_the_card_says_where_it_is_and_what_that_means(
    shown: Page, found: object, said: str
) -> None:
    shown.display(opened(found))  # type: ignore[arg-type]
    assert said in shown.texts


def test_a_title_to_be_read_here_cannot_be_reserved(shown: Page) -> None:
    shown.display(opened(OFFICE))
    shown.touch(shown.screen.reserve)
    assert shown.said == []
    assert "館内で読む本" in shown.screen.reserve.accessibleDescription()


def test_without_the_line_reserving_is_dashed_and_comes_back_with_it(shown: Page) -> None:
    shown.display(line_down(opened()))
    shown.touch(shown.screen.reserve)
    assert shown.said == []
    assert shown.screen.reserve.accessibleDescription() == "回線が切れています"
    shown.display(opened())
    shown.touch(shown.screen.reserve)
    assert shown.said == [ReserveAsked()]


@pytest.mark.rule("E4")
@pytest.mark.parametrize("error", [AlreadyReserved(), LimitReached(10, "book")])
def test_a_refused_reservation_is_explained_above_the_button(shown: Page, error: Exception) -> None:
    shown.display(replace(opened(), trouble=error))
    trouble = shown.screen.trouble
    assert trouble.isVisible()
    assert trouble.accessibleName()
    assert shown.box(trouble).bottom() < shown.box(shown.screen.reserve).top()
    shown.display(opened())
    assert not trouble.isVisible()


def test_a_long_summary_ends_with_a_whole_sentence(shown: Page) -> None:
    shown.display(opened(LONG), Look(size=TextSize.LARGE))
    summary = shown.screen.about.summary
    assert summary.isHidden() or summary.text().endswith("。")


VISITS = [
    opened(CAT),
    opened(LONG),
    opened(SONGS),
    opened(OFFICE),
    replace(opened(TWO_WOMEN), trouble=AlreadyReserved()),
]


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", VISITS)
def test_all_fits_in_every_language_and_size(
    qtbot: QtBot, visit: Visit, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, TitleScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        assert not list(shown.faults()), look
        assert shown.box(shown.screen.reserve).top() > 812 or not is_portrait
