import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.searching import FacetCount, Order, Query, Scope, Term, TermField
from kiosk.domain.titles import Material
from kiosk.events import AdvancedOpened, SearchAsked, SearchOpened, TitleChosen
from kiosk.screens.results import ResultsScreen
from kiosk.ui.text import Button, Label
from kiosk.visit import Look, Visit
from tests.screens import advanced_visits as advanced
from tests.screens.showing import Shown, looks
from tests.screens.visits import CAT, EAST, FOUND, GONE, NOT_HERE, NOWHERE, found

Page = Shown[ResultsScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ResultsScreen)


def at(query: Query) -> Visit:
    """The visit after the catalogue answered this query."""
    answer = found(query.first, query.limit, query)
    return replace(FOUND, search=replace(FOUND.search, query=query, found=answer))


def asked(shown: Page) -> Query:
    last = shown.said[-1]
    assert isinstance(last, SearchAsked)
    return last.query


def test_the_title_of_a_row_is_opened(shown: Page) -> None:
    shown.display(FOUND)
    shown.touch(shown.screen.list.rows[0])
    assert shown.said == [TitleChosen(CAT.title.id)]


def test_the_query_leads_back_to_the_board(shown: Page) -> None:
    shown.display(FOUND)
    shown.touch(shown.screen.query)
    assert shown.said == [SearchOpened()]


def test_another_scope_begins_at_the_first_page(shown: Page) -> None:
    shown.display(at(Query("ねこ", first=10)))
    shown.touch(shown.screen.scopes.keys[Scope.HERE])
    assert shown.said == [SearchAsked(Query("ねこ", Scope.HERE))]


def test_a_facet_narrows_and_touched_again_widens(shown: Page) -> None:
    shown.display(at(Query("ねこ", first=10)))
    shown.touch(shown.screen.facets.keys[2])
    narrowed = Query("ねこ", material=Material.PICTURE_BOOK)
    assert shown.said == [SearchAsked(narrowed)]
    shown.display(at(narrowed))
    assert shown.screen.facets.keys[2].is_on
    shown.touch(shown.screen.facets.keys[2])
    assert asked(shown) == Query("ねこ")


def test_pages_turn_forward_and_back(shown: Page) -> None:
    shown.display(FOUND)
    assert not shown.screen.list.rail.back.isEnabled()
    shown.touch(shown.screen.list.rail.on)
    assert shown.said == [SearchAsked(Query("ねこ", first=5))]
    shown.display(at(asked(shown)))
    shown.touch(shown.screen.list.rail.back)
    assert asked(shown) == Query("ねこ")


def test_a_page_of_another_length_is_asked_for_once(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ResultsScreen, is_portrait=True)
    shown.display(at(Query("ねこ", first=20)))
    shown.display(at(Query("ねこ", first=20)))
    assert shown.said == [SearchAsked(Query("ねこ", first=18, limit=6))]
    shown.display(at(asked(shown)))
    assert len(shown.said) == 1
    assert len(shown.screen.list.rows) == 6


def test_larger_letters_ask_for_fewer_titles_and_keep_the_place(shown: Page) -> None:
    shown.display(at(Query("ねこ", first=5)))
    shown.display(at(Query("ねこ", first=5)), Look(size=TextSize.LARGEST))
    assert asked(shown) == Query("ねこ", first=3, limit=3)


def test_nothing_here_names_the_scopes_that_have_some(shown: Page) -> None:
    shown.display(NOT_HERE)
    assert "「ねこま」は見つかりませんでした。" in shown.texts
    assert "「全館」に3件あります" in shown.texts
    shown.touch(shown.screen.nothing.keys[Scope.ALL])
    assert shown.said == [SearchAsked(Query("ねこま", Scope.ALL))]


def test_nothing_anywhere_says_what_else_can_be_done(shown: Page) -> None:
    shown.display(NOWHERE)
    assert not any(key.isVisible() for key in shown.screen.nothing.keys.values())
    assert "カウンターの職員" in shown.texts
    shown.touch(shown.screen.nothing.other_words)
    assert shown.said == [SearchOpened()]


@pytest.mark.rule("E1")
@pytest.mark.parametrize("is_portrait", [False, True])
def test_in_english_a_row_can_be_said_and_walked_to(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ResultsScreen, is_portrait=is_portrait)
    shown.display(FOUND, Look(Language.ENGLISH))
    row = shown.screen.list.rows[0]
    texts = [label.text() for label in row.findChildren(Label) if label.isVisible()]
    assert texts[:2] == ["Wagahai wa neko de aru", "吾輩は猫である"]
    assert "Natsume, Sōseki　1990" in texts
    assert "Floor 2, Shelf 24" in texts
    assert row.accessibleName().startswith(
        "Wagahai wa neko de aru, 吾輩は猫である, Natsume, Sōseki"
    )


@pytest.mark.parametrize("is_portrait", [False, True])
def test_the_one_deed_left_stands_lowest_at_the_right(qtbot: QtBot, *, is_portrait: bool) -> None:
    shown = Shown(qtbot, ResultsScreen, is_portrait=is_portrait)
    for visit in (NOWHERE, NOT_HERE):
        shown.display(visit)
        nothing = shown.screen.nothing
        box, page = shown.box(nothing.other_words), shown.box(nothing)
        assert page.right() - box.right() < 40
        assert page.bottom() - box.bottom() < 20


def test_nothing_left_by_narrowing_can_be_widened(shown: Page) -> None:
    query = Query("ねこま", material=Material.CD, limit=5)
    answer = replace(NOWHERE.search.found or found(), query=query)
    shown.display(replace(NOWHERE, search=replace(NOWHERE.search, found=answer)))
    shown.touch(shown.screen.nothing.all_forms)
    assert shown.said == [SearchAsked(Query("ねこま"))]


def test_all_facets_stand_behind_one_key_and_lead_back_to_the_list(shown: Page) -> None:
    shown.display(FOUND)
    shown.touch(shown.screen.narrow)
    assert not shown.screen.list.isVisible()
    key = next(key for key in shown.screen.narrowing.keys if "総記" not in key.accessibleName())
    shown.touch(key)
    assert asked(shown) == Query("ねこ", is_on_shelf=True)
    assert shown.screen.list.isVisible()


def test_a_narrowed_answer_shows_a_tick_on_the_key(shown: Page) -> None:
    shown.display(at(Query("ねこ", main_class="9")))
    assert shown.screen.narrow.is_on


def test_a_title_that_is_gone_is_explained_above_the_list(shown: Page) -> None:
    shown.display(GONE)
    assert "目録にありません" in shown.texts
    assert shown.box(shown.screen.trouble).bottom() < shown.box(shown.screen.list).top()


def test_a_sign_in_the_query_is_shown_as_it_was_typed(shown: Page) -> None:
    shown.display(at(Query("**{猫|ねこ}**")))
    assert "｛猫|ねこ｝" in shown.screen.query.accessibleName()


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", [FOUND, NOT_HERE, NOWHERE, GONE])
def test_all_fits_in_every_language_and_size(
    qtbot: QtBot, visit: Visit, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, ResultsScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)
        if shown.said:
            seen = at(asked(shown))
            shown.display(replace(seen, trouble=visit.trouble), look)
        assert not [fault for fault in shown.faults() if not is_of_rail(fault)], look
        shown.said.clear()


def is_of_rail(fault: str) -> bool:
    """The lines of the rail stand closer than others; its own test sees to them."""
    return re.match(r"Label '[\d／]+' is cut", fault) is not None


def test_in_portrait_scope_facets_and_pages_are_in_reach(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ResultsScreen, is_portrait=True)
    shown.display(at(Query("ねこ", limit=6)))
    keys = [*shown.screen.scopes.keys.values(), *shown.screen.quick.findChildren(Button)]
    assert len(keys) == 6
    for key in (*keys, shown.screen.narrow, shown.screen.list.rail.on):
        assert shown.box(key).top() > 812


def test_facets_of_one_answer_are_not_left_behind_in_the_next(shown: Page) -> None:
    shown.display(FOUND)
    fewer = replace(found(), facets=(FacetCount("material", Material.BOOK, 4),))
    shown.display(replace(FOUND, search=replace(FOUND.search, found=fewer)))
    assert len(shown.screen.facets.keys) == 1


def test_two_keys_leap_over_a_tenth_of_the_pages_and_never_past_the_ends(shown: Page) -> None:
    shown.display(FOUND)
    shown.touch(shown.screen.list.rail.leap_on)
    assert asked(shown).first == 9 * 5
    shown.display(at(Query("ねこ", first=430)))
    shown.touch(shown.screen.list.rail.leap_on)
    assert asked(shown).first == 435
    shown.touch(shown.screen.list.rail.leap_back)
    assert asked(shown).first == 430 - 9 * 5


def test_a_held_key_goes_on_turning(qtbot: QtBot, shown: Page) -> None:
    shown.display(FOUND)
    key = shown.screen.list.rail.on
    shown.screen.said.connect(lambda said: shown.display(at(said.query)))
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown.said) >= 3)
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    firsts = [said.query.first for said in shown.said if isinstance(said, SearchAsked)]
    assert firsts[:3] == [5, 10, 15]


def test_a_held_key_asks_for_a_page_once(shown: Page) -> None:
    waiting = replace(FOUND, search=replace(FOUND.search, query=Query("ねこ", first=5)))
    shown.display(waiting)
    shown.touch(shown.screen.list.rail.on)
    assert shown.said == []


def test_conditions_stand_in_words_with_a_key_to_change_them(shown: Page) -> None:
    shown.display(advanced.FOUND)
    assert "書名「ねこ」、書名「いぬ とり」を除く" in shown.texts
    assert "条件6つ" in shown.texts
    shown.touch(shown.screen.query)
    assert shown.said[-1] == AdvancedOpened()


def test_one_condition_alone_stands_on_the_key_itself(shown: Page) -> None:
    heading = Query(terms=(Term(TermField.SUBJECT, "{童話}"),))
    shown.display(at(heading))
    assert "件名「｛童話｝」" in shown.screen.query.accessibleName()


def test_another_order_is_chosen_from_the_first_page(shown: Page) -> None:
    shown.display(advanced.FOUND)
    assert "出版の新しい順" in shown.screen.order.accessibleName()
    shown.touch(shown.screen.order)
    keys = shown.screen.narrowing.keys
    assert len(keys) == len(Order)
    shown.touch(keys[1])
    assert asked(shown) == replace(advanced.FOUND_QUERY, order=Order.TITLE)
    assert shown.screen.list.isVisible()


def test_languages_and_branches_narrow_by_their_names(shown: Page) -> None:
    shown.display(advanced.FOUND)
    shown.touch(shown.screen.narrow)
    assert "東分館 7" in shown.texts
    east = next(key for key in shown.shown(Button) if "東分館" in key.accessibleName())
    shown.touch(east)
    assert asked(shown) == replace(advanced.FOUND_QUERY, branch=EAST.id)


def test_where_nothing_meets_all_conditions_each_says_what_it_costs(shown: Page) -> None:
    shown.display(advanced.TOO_NARROW)
    assert "書名「ねこ」：やめると41件" in shown.texts
    shown.touch(shown.screen.nothing.without[3])
    without_branch = replace(advanced.TOO_NARROW.search.query, branch=None)
    assert shown.said == [SearchAsked(without_branch)]


def test_a_set_says_how_many_volumes_there_are(shown: Page) -> None:
    shown.display(advanced.SETS)
    names = [row.accessibleName() for row in shown.screen.list.rows]
    assert "全12巻" in names[0]
    assert "128号" in names[1]
