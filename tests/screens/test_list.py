"""The page of the patron's list: what stands where, off the list again, onto paper or a phone."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import DeviceGone
from kiosk.events import (
    ListOpened,
    ListSlipAsked,
    TitleChosen,
    TitleListed,
    TitleUnlisted,
)
from kiosk.screens.list import ListScreen
from kiosk.screens.results import ResultsScreen
from kiosk.screens.title import TitleScreen
from kiosk.ui.titles.listed_row import ListedRow
from kiosk.ui.titles.listing_key import ListingKey
from kiosk.visit import Visit
from kiosk.visit.listed import Listed
from tests.screens.list_visits import EIGHT, SOME, listing, lists
from tests.screens.showing import Shown
from tests.screens.title_visits import one_title
from tests.screens.visits import FOUND

Page = Shown[ListScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, ListScreen)


def rows(shown: Page) -> list[ListedRow]:
    found = shown.shown(ListedRow)
    return sorted(found, key=lambda row: shown.box(row).top())


def all_names(shown: Page) -> list[str]:
    """Of all pages."""
    rail, said = shown.screen.rows.rail, [row.row.accessibleName() for row in rows(shown)]
    while rail.isVisible() and rail.on.isEnabled():
        shown.touch(rail.on)
        said += [row.row.accessibleName() for row in rows(shown)]
    return said


def test_each_of_the_eight_states_has_its_word_on_the_page(shown: Page) -> None:
    shown.display(listing(*EIGHT))
    said = all_names(shown)
    for word in (
        "棚にあります",
        "ほかの館にあります",
        "貸出中",
        "配送中",
        "ほかの方に取り置き中",
        "書庫にあります",
        "館内で読めます",
        "所在をさがしています",
    ):
        assert sum(word in name for name in said) == 1, word


def test_a_title_is_opened_and_taken_off(shown: Page) -> None:
    shown.display(listing(*EIGHT))
    first = rows(shown)[0]
    shown.touch(first.row)
    shown.touch(first.remove)
    title = shown.said[0]
    assert isinstance(title, TitleChosen)
    assert shown.said == [title, TitleUnlisted(title.title)]


def test_all_of_it_is_printed_on_one_slip_and_shown_as_a_code(shown: Page) -> None:
    shown.display(listing(*EIGHT))
    assert not shown.screen.card.code.is_empty
    shown.touch(shown.screen.card.print)
    assert shown.said == [ListSlipAsked()]


def test_how_many_there_are_and_when_they_are_gone_is_told(shown: Page) -> None:
    shown.display(listing(*EIGHT))
    assert "8 / 12冊" in shown.texts
    assert "ご利用が終わると消えます" in shown.texts


def test_an_empty_list_says_how_to_fill_it_and_prints_nothing(shown: Page) -> None:
    shown.display(Visit())
    assert "リストに入れる" in shown.texts
    assert not shown.screen.card.print.isEnabled()


def test_what_a_scanned_list_lacks_is_told(shown: Page) -> None:
    shown.display(lists()["scanned"])
    assert "2冊は、この図書館の目録にありません" in shown.texts
    assert "1冊が入りきりません" in shown.texts


def test_without_a_printer_the_code_is_named(shown: Page) -> None:
    shown.display(replace(listing(*EIGHT), trouble=DeviceGone()))
    assert "コードにも、同じこと" in shown.texts


def test_a_list_of_several_codes_shows_one_after_the_other(shown: Page) -> None:
    visit = listing(*EIGHT)
    twice = replace(visit.listed, slips=visit.listed.slips * 2)
    shown.display(replace(visit, listed=twice))
    assert "コード 1 / 2" in shown.texts
    shown.touch(shown.screen.card.next)
    assert "コード 2 / 2" in shown.texts


# ---- where titles are gathered


def test_beside_each_title_found_is_a_key_to_the_list(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ResultsScreen)
    shown.display(replace(FOUND, listed=SOME))
    keys = sorted(shown.shown(ListingKey), key=lambda key: shown.box(key).top())
    assert [key.is_on for key in keys[:3]] == [True, True, False]
    shown.said.clear()
    shown.touch(keys[0])
    shown.touch(keys[2])
    assert FOUND.search.found is not None
    first, _, third, *_ = (each.title.id for each in FOUND.search.found.titles)
    assert shown.said == [TitleUnlisted(first), TitleListed(third)]


def test_the_answer_leads_to_the_list_once_something_is_on_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ResultsScreen)
    shown.display(FOUND)
    assert not shown.screen.listed.isVisible()
    shown.display(replace(FOUND, listed=SOME))
    shown.said.clear()
    shown.touch(shown.screen.listed)
    assert shown.said == [ListOpened()]


def test_a_title_is_put_on_the_list_and_then_leads_to_it(qtbot: QtBot) -> None:
    shown, visit = Shown(qtbot, TitleScreen), one_title()[""]
    assert visit.search.chosen is not None
    title = visit.search.chosen.title.id
    shown.display(visit)
    shown.touch(shown.screen.page.card.listing)
    shown.display(replace(visit, listed=Listed((title,))))
    shown.touch(shown.screen.page.card.listing)
    assert shown.said == [TitleListed(title), ListOpened()]
