from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import TitleUnknown
from kiosk.domain.looks import Language, TextSize
from kiosk.domain.searching import Query, Scope, Suggestions
from kiosk.domain.titles import TitleId
from kiosk.events import QueryTyped, ScopeChosen, SearchAsked, TitleChosen
from kiosk.screens.search import SearchScreen
from kiosk.ui.typing.board_layouts import Act
from kiosk.visit import Look
from tests.screens.showing import Shown, looks
from tests.screens.visits import OPENED, SUGGESTIONS, TYPING

Page = Shown[SearchScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, SearchScreen)


def tap(shown: Page, *keys: str | Act) -> None:
    for key in keys:
        board = shown.screen.board
        spot = board.key(key).geometry().center()
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spot)


def test_every_key_tells_the_whole_text(shown: Page) -> None:
    shown.display(OPENED)
    tap(shown, "ね", "こ", Act.ERASE)
    assert shown.said == [QueryTyped("ね"), QueryTyped("ねこ"), QueryTyped("ね")]
    assert shown.screen.field.text == "ね"


def test_who_comes_back_goes_on_with_the_text(shown: Page) -> None:
    shown.display(TYPING)
    tap(shown, "ま")
    assert shown.said == [QueryTyped("ねこま")]


def test_what_is_typed_stays_when_language_and_size_change(shown: Page) -> None:
    shown.display(OPENED)
    tap(shown, "ね", "こ", Act.MODE)
    before = shown.screen.board.key("カナ").is_on
    shown.display(OPENED, Look(Language.ENGLISH, TextSize.LARGEST))
    assert shown.screen.field.text == "ねこ"
    assert shown.screen.board.text == "ねこ"
    assert shown.screen.board.key("カナ").is_on == before


def test_a_late_answer_changes_no_pixel(shown: Page) -> None:
    shown.display(OPENED)
    tap(shown, "ね", "こ", "ま")
    before = shown.place.grab().toImage()
    late = replace(OPENED, search=replace(OPENED.search, suggestions=SUGGESTIONS))
    shown.display(replace(late, search=replace(late.search, query=Query("ねこま"))))
    assert shown.place.grab().toImage() == before


def test_suggestions_and_counts_belong_to_the_text(shown: Page) -> None:
    shown.display(TYPING)
    assert "438件" in shown.screen.board.key(Act.SEARCH).accessibleName()
    tap(shown, "ま")
    assert "438" not in shown.screen.board.key(Act.SEARCH).accessibleName()


def test_a_title_opens_its_page_and_a_person_is_searched(shown: Page) -> None:
    shown.display(TYPING)
    rows = shown.screen.suggestions.rows
    for row in (rows[1], rows[4], rows[0]):
        shown.touch(row)
    assert shown.said == [
        TitleChosen(TitleId("town")),
        SearchAsked(Query("ネコ − 飼育")),
        SearchAsked(Query("ねこ")),
    ]


def test_the_search_keeps_its_scope_and_drops_old_facets(shown: Page) -> None:
    query = Query("ねこ", Scope.HERE, is_on_shelf=True, first=20)
    shown.display(replace(TYPING, search=replace(TYPING.search, query=query)))
    tap(shown, Act.SEARCH)
    shown.touch(shown.screen.scopes.keys[Scope.CHILDREN])
    assert shown.said == [SearchAsked(Query("ねこ", Scope.HERE)), ScopeChosen(Scope.CHILDREN)]


def test_without_a_word_search_is_dashed_and_says_why(shown: Page) -> None:
    shown.display(OPENED)
    key = shown.screen.board.key(Act.SEARCH)
    tap(shown, Act.SEARCH)
    QTest.keyClick(shown.place, Qt.Key.Key_Return)
    assert shown.said == []
    assert not key.isEnabled()
    assert key.accessibleDescription() == "ことばを入れてください"
    tap(shown, "ね")
    assert key.isEnabled()
    tap(shown, Act.SPACE, Act.ERASE_ALL)
    assert not key.isEnabled()


def test_a_scanned_book_that_nobody_knows_is_explained_beside_the_board(shown: Page) -> None:
    shown.display(replace(TYPING, trouble=TitleUnknown()))
    assert "目録にありません" in shown.texts


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("visit", [TYPING, OPENED, replace(TYPING, trouble=TitleUnknown())])
def test_all_fits_in_every_language_and_size(
    qtbot: QtBot, visit: object, *, is_portrait: bool
) -> None:
    shown = Shown(qtbot, SearchScreen, is_portrait=is_portrait)
    for look in looks(is_portrait=is_portrait):
        shown.display(visit, look)  # type: ignore[arg-type]
        assert not list(shown.faults()), look
    top = min(shown.box(key).top() for key in shown.screen.board._keys)
    assert top > 812 or not is_portrait


def test_no_suggestion_is_left_after_everything_was_erased(shown: Page) -> None:
    shown.display(TYPING)
    tap(shown, Act.ERASE_ALL)
    empty = replace(OPENED.search, suggestions=Suggestions())
    shown.display(replace(OPENED, search=empty))
    assert not any(row.isVisible() for row in shown.screen.suggestions.rows)
