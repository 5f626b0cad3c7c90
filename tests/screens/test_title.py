"""One title: where it is, what to do about it, and what is said when it cannot be done."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import AlreadyReserved, LimitReached, PaperOut
from kiosk.domain.looks import TextSize
from kiosk.events import (
    LocationAsked,
    LocationSlipAsked,
    ReserveAsked,
)
from kiosk.screens.title import TitleScreen
from kiosk.ui.titles.beside_title import Beside
from kiosk.ui.titles.holdings import HoldingLine
from kiosk.ui.titles.related_row import RelatedRow
from kiosk.ui.titles.title_page import TitlePage
from kiosk.visit import Look, Visit
from tests.screens.showing import Shown, looks
from tests.screens.title_visits import (
    AMONG,
    IN_A_SET,
    LIMIT_REACHED,
    NO_PAPER,
    PRINTED,
    REFUSED_AT_A_BRANCH,
    SET,
)
from tests.screens.visits import CAT, CAT_TOWN, LONG, OFFICE, SONGS, TWO_WOMEN, line_down, opened

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


def test_a_title_on_the_shelf_can_be_reserved_and_says_where_it_stands(shown: Page) -> None:
    shown.display(opened())
    for said in ("吾輩は猫である", "わがはい は ねこ で ある", "夏目 漱石", "1990年", "525p"):
        assert said in shown.texts
    assert "この館の棚にあります" in shown.texts
    assert "24番の棚" in shown.texts
    shown.touch(page(shown).card.reserve)
    assert shown.said == [ReserveAsked()]


@pytest.mark.rule("R4")
def test_who_is_in_a_hurry_is_sent_to_the_counter_before_reserving(shown: Page) -> None:
    shown.display(opened())
    card = page(shown).card
    hurry, reserve = shown.box(card.hurry), shown.box(card.reserve)
    assert card.hurry.text() == "お急ぎの方は、カウンターの職員におたずねください。"
    assert hurry.bottom() < reserve.top()


@pytest.mark.rule("R9")
@pytest.mark.parametrize(("found", "place"), [(CAT, "1番目"), (TWO_WOMEN, "4番目")])
def test_the_place_in_the_queue_is_told_before_reserving(
    shown: Page, found: object, place: str
) -> None:
    shown.display(opened(found))  # type: ignore[arg-type]
    assert f"いま予約すると、{place}です。" in shown.texts


@pytest.mark.rule("R6")
def test_a_branch_that_refuses_it_is_named_before_reserving(shown: Page) -> None:
    shown.display(REFUSED_AT_A_BRANCH)
    assert "伊島図書館では、CD・DVD・ビデオを受け取れません。" in shown.texts
    shown.display(opened())
    assert "受け取れません" not in shown.texts


def test_every_branch_has_a_line_with_state_count_floor_and_shelf(shown: Page) -> None:
    shown.display(opened())
    lines = [line.accessibleName() for line in shown.shown(HoldingLine)]
    assert lines == [
        "本館 この館 棚にあります 2冊 2階 24番の棚",
        "東分館 棚にあります 1冊 2階 5番の棚",
        "港南分館 棚にあります 1冊 2階 3番の棚",
        "西分館 貸出中 1冊 12月2日（水）に返る予定",
    ]
    assert "4館に 5冊" in shown.texts


def test_what_is_set_aside_is_not_called_lent(shown: Page) -> None:
    shown.display(IN_A_SET)
    lines = [line.accessibleName().split() for line in shown.shown(HoldingLine)]
    assert [line[-2] for line in lines] == ["配送中", "貸出中"]


def test_branches_that_find_no_room_stand_on_the_next_page(shown: Page) -> None:
    shown.display(opened(LONG))
    turn_to(shown, Beside.ITEMS)
    holdings = page(shown).beside.holdings
    assert holdings.pages > 1
    for _ in range(holdings.pages - 1):
        shown.touch(holdings.rail.on)
    assert not holdings.rail.on.isEnabled()
    assert shown.shown(HoldingLine)


# ---- what it means


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
    shown.touch(page(shown).card.reserve)
    assert shown.said == []
    assert "館内で読む本" in page(shown).card.reserve.accessibleDescription()
    assert "番目" not in shown.texts


def test_without_the_line_reserving_is_dashed_and_comes_back_with_it(shown: Page) -> None:
    shown.display(line_down(opened()))
    reserve = page(shown).card.reserve
    shown.touch(reserve)
    assert shown.said == []
    assert reserve.accessibleDescription() == "回線が切れています"
    shown.display(opened())
    shown.touch(reserve)
    assert shown.said == [ReserveAsked()]


@pytest.mark.rule("E4", "R8")
@pytest.mark.parametrize("error", [AlreadyReserved(), LimitReached(10, "book")])
def test_a_refused_reservation_is_explained_and_can_be_shown_to_the_staff(
    shown: Page, error: Exception
) -> None:
    shown.display(replace(opened(), trouble=error))
    trouble = page(shown).trouble
    assert trouble.isVisible()
    assert trouble.accessibleName()
    assert shown.box(trouble).bottom() < shown.box(page(shown).card.reserve).top()
    assert page(shown).card.staff.isVisible()
    shown.display(opened())
    assert not trouble.isVisible()


# ---- taking it along


def test_the_slip_of_the_place_is_asked_for_and_then_to_be_taken(shown: Page) -> None:
    shown.display(AMONG)
    shown.touch(page(shown).card.slip)
    assert shown.said == [LocationSlipAsked()]
    shown.display(PRINTED)
    assert "場所の券をお取りください。" in shown.texts


@pytest.mark.rule("E4")
def test_without_paper_the_phone_is_offered_instead(shown: Page) -> None:
    shown.display(NO_PAPER)
    assert isinstance(NO_PAPER.trouble, PaperOut)
    assert "「スマホへ」で" in shown.texts
    shown.touch(page(shown).card.phone)
    assert shown.said == [LocationAsked()]


def test_a_long_summary_ends_with_a_whole_sentence(shown: Page) -> None:
    shown.display(opened(LONG), Look(size=TextSize.LARGE))
    summary = page(shown).about.summary
    assert summary.isHidden() or summary.text().endswith("。")


VISITS = [
    opened(CAT),
    opened(LONG),
    opened(SONGS),
    opened(OFFICE),
    replace(opened(TWO_WOMEN), trouble=AlreadyReserved()),
    LIMIT_REACHED,
    SET,
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
        assert shown.box(page(shown).card.reserve).top() > 812 or not is_portrait
