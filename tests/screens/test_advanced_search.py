"""The detailed search, as a patron touches it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.searching import Joined, Query, Scope, Term, TermField
from kiosk.domain.titles import Material
from kiosk.events import ConditionsChanged, Event, SearchAsked
from kiosk.screens.advanced_search import AdvancedSearchScreen
from kiosk.ui.searching.rows import Row
from kiosk.ui.text import Button
from kiosk.ui.typing.board_layouts import Act
from kiosk.ui.typing.field import FieldState
from kiosk.visit import Look, Visit
from tests.screens.advanced_visits import CONDITIONS, OPENED, QUERY
from tests.screens.showing import Shown, looks
from tests.screens.visits import EAST

Page = Shown[AdvancedSearchScreen]


@pytest.fixture
def shown(qtbot: QtBot) -> Page:
    return Shown(qtbot, AdvancedSearchScreen)


def tap(shown: Page, *keys: str | Act) -> None:
    board = shown.screen.typed.board
    for key in keys:
        spot = board.key(key).geometry().center()
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spot)


def goes_on(shown: Page, visit: Visit) -> None:
    """As the machine answers: the visit with the query that was said last."""
    said = shown.said[-1]
    assert isinstance(said, ConditionsChanged)
    shown.display(replace(visit, search=replace(visit.search, query=said.query)))


def open_row(shown: Page, row: Row) -> None:
    shown.touch(shown.screen.rows.keys[row])


def test_each_condition_says_what_it_asks(shown: Page) -> None:
    shown.display(CONDITIONS)
    for said in ("いぬ とり", "913", "1990年から2020年まで", "日本語", "指定なし"):
        assert said in shown.texts


def test_one_sentence_says_what_is_looked_for_and_the_key_how_many(shown: Page) -> None:
    shown.display(CONDITIONS)
    assert "書名「ねこ」、書名「いぬ とり」を除く" in shown.texts
    assert "12件" in shown.screen.summary.button.accessibleName()
    shown.touch(shown.screen.summary.button)
    assert shown.said == [SearchAsked(QUERY)]


def test_without_a_condition_nothing_can_be_searched(shown: Page) -> None:
    shown.display(OPENED)
    assert not shown.screen.summary.button.isEnabled()
    assert not shown.screen.clear.isEnabled()


def test_a_count_of_other_conditions_is_not_shown(shown: Page) -> None:
    shown.display(replace(CONDITIONS, search=replace(CONDITIONS.search, query=Query(year_to=1999))))
    assert "12" not in shown.screen.summary.button.accessibleName()


def test_what_is_typed_is_told_with_every_key(shown: Page) -> None:
    shown.display(OPENED)
    open_row(shown, Row.TITLE)
    tap(shown, "ね", "こ")
    assert shown.said == [
        ConditionsChanged(Query(terms=(Term(TermField.TITLE, text),))) for text in ("ね", "ねこ")
    ]


def test_words_may_be_asked_for_any_or_left_out(shown: Page) -> None:
    shown.display(OPENED)
    open_row(shown, Row.SUBJECT)
    shown.touch(shown.screen.typed.kinds[2])
    goes_on(shown, OPENED)
    tap(shown, "い", "ぬ")
    unwanted = Term(TermField.SUBJECT, "いぬ", Joined.NOT)
    assert shown.said[-1] == ConditionsChanged(Query(terms=(unwanted,)))
    goes_on(shown, OPENED)
    shown.touch(shown.screen.typed.kinds[1])
    goes_on(shown, OPENED)
    tap(shown, "う")
    either = Term(TermField.SUBJECT, "う", Joined.ANY)
    assert shown.said[-1] == ConditionsChanged(Query(terms=(unwanted, either)))


def test_a_row_opens_at_the_words_that_are_there(shown: Page) -> None:
    left_out = Query(terms=(Term(TermField.TITLE, "いぬ", Joined.NOT),))
    shown.display(replace(OPENED, search=replace(OPENED.search, query=left_out)))
    open_row(shown, Row.TITLE)
    assert shown.screen.typed.field.text == "いぬ"
    assert shown.screen.typed.kinds[2].is_on


def test_what_is_typed_stays_when_language_and_size_change(shown: Page) -> None:
    shown.display(OPENED)
    open_row(shown, Row.CREATOR)
    tap(shown, "な")
    shown.display(OPENED, Look(Language.ENGLISH, TextSize.LARGEST))
    assert shown.screen.typed.field.text == "な"


def test_the_board_searches_with_all_conditions(shown: Page) -> None:
    shown.display(CONDITIONS)
    open_row(shown, Row.SUBJECT)
    tap(shown, Act.SEARCH)
    assert shown.said == [SearchAsked(QUERY)]


def test_the_green_tick_leads_back_to_the_rows(shown: Page) -> None:
    shown.display(CONDITIONS)
    open_row(shown, Row.SUBJECT)
    shown.touch(shown.screen.typed.close_key)
    assert shown.screen.rows.isVisible()
    assert shown.said == []


def test_years_are_told_once_they_are_whole(shown: Page) -> None:
    shown.display(OPENED)
    open_row(shown, Row.YEARS)
    tap(shown, "1", "9", "9")
    assert shown.said[-1] == ConditionsChanged(Query())
    assert "4けた" in shown.texts
    tap(shown, "8")
    goes_on(shown, OPENED)
    assert shown.said[-1] == ConditionsChanged(Query(year_from=1998))
    shown.touch(shown.screen.typed.kinds[1])
    tap(shown, "2", "0", "0", "1")
    assert shown.said[-1] == ConditionsChanged(Query(year_from=1998, year_to=2001))


def test_a_wrong_digit_in_an_isbn_is_told(shown: Page) -> None:
    shown.display(OPENED)
    open_row(shown, Row.ISBN)
    states = []
    tap(shown, *"4003101011")
    states.append(shown.screen.typed.field.state)
    assert "どこか1けた違っています" in shown.texts
    tap(shown, Act.ERASE, "4")
    states.append(shown.screen.typed.field.state)
    assert states == [FieldState.ERROR, FieldState.ACTIVE]
    assert "違っています" not in shown.texts


@pytest.mark.parametrize(
    ("row", "at", "chosen"),
    [
        (Row.MATERIAL, 2, Query(material=Material.PICTURE_BOOK)),
        (Row.LANGUAGE, 2, Query(language="en")),
        (Row.BRANCH, 2, Query(branch=EAST.id)),
        (Row.CHILDREN, 1, Query(is_for_children=True)),
        (Row.CHILDREN, 2, Query(is_for_children=False)),
        (Row.CHILDREN, 0, Query()),
    ],
)
def test_a_choice_is_told_and_leads_back_to_the_rows(
    shown: Page, row: Row, at: int, chosen: Query
) -> None:
    shown.display(OPENED)
    open_row(shown, row)
    shown.touch(shown.screen.choices.keys[at])
    assert shown.said == [ConditionsChanged(chosen)]
    goes_on(shown, OPENED)
    assert shown.screen.rows.isVisible()


def test_clearing_keeps_only_the_scope(shown: Page) -> None:
    scoped = replace(QUERY, scope=Scope.CHILDREN)
    shown.display(replace(CONDITIONS, search=replace(CONDITIONS.search, query=scoped)))
    shown.touch(shown.screen.clear)
    assert shown.said == [ConditionsChanged(Query(scope=Scope.CHILDREN))]


def test_the_scope_is_always_there_with_what_it_would_find(shown: Page) -> None:
    shown.display(CONDITIONS)
    key = shown.screen.scopes.keys[Scope.HERE]
    assert "3" in key.accessibleName()
    shown.touch(key)
    assert shown.said == [ConditionsChanged(replace(QUERY, scope=Scope.HERE))]


ROWS = (None, Row.TITLE, Row.ISBN, Row.YEARS, Row.MATERIAL, Row.BRANCH)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("is_portrait", [False, True])
def test_all_fits_in_every_language_and_size(
    qtbot: QtBot, row: Row | None, *, is_portrait: bool
) -> None:
    for look in looks(is_portrait=is_portrait):
        shown = Shown(qtbot, AdvancedSearchScreen, is_portrait=is_portrait)
        shown.display(CONDITIONS, look)
        if row is not None:
            shown.screen.rows.opened.emit(row)
            shown.display(CONDITIONS, look)
        assert not list(shown.faults()), look
        assert shown.shown(Button)
        shown.place.close()


def test_nothing_is_said_by_being_shown(shown: Page) -> None:
    shown.display(CONDITIONS)
    shown.display(CONDITIONS, Look(Language.ENGLISH))
    nothing: list[Event] = []
    assert shown.said == nothing
