import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Scope, ScopeCounts, Suggestion, SuggestionKind, Suggestions
from kiosk.domain.titles import TitleId
from kiosk.ui.look.theme import Theme
from kiosk.ui.typing.suggestion_list import SuggestionList
from kiosk.visit import Look
from tests.ui.samples import japanese

TOWN = Suggestion(SuggestionKind.TITLE, "猫町", "萩原 朔太郎", title=TitleId("t"), match=(0, 1))
KEEPING = Suggestion(SuggestionKind.SUBJECT, "ネコ − 飼育", count=96, match=(0, 2))
CATS = Suggestions("ねこ", (TOWN, KEEPING), ScopeCounts(215, 438, 61))


@pytest.fixture
def suggestions(qtbot: QtBot) -> SuggestionList:
    made = SuggestionList(japanese())
    qtbot.addWidget(made)
    made.restyle(Theme().of())
    made.resize(596, 732)
    made.show()
    return made


def seen(suggestions: SuggestionList) -> list[str]:
    return [row.accessibleName() for row in suggestions.rows if not row.isHidden()]


def test_the_first_row_searches_for_everything(suggestions: SuggestionList) -> None:
    asked: list[bool] = []
    suggestions.search_asked.connect(lambda: asked.append(True))
    suggestions.show_suggestions(CATS, Scope.ALL)
    assert seen(suggestions)[0].startswith("「ねこ」ですべてさがす")
    QTest.mouseClick(suggestions.rows[0], Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_a_touched_row_tells_its_suggestion(suggestions: SuggestionList) -> None:
    chosen: list[object] = []
    suggestions.chosen.connect(chosen.append)
    suggestions.show_suggestions(CATS, Scope.ALL)
    QTest.mouseClick(suggestions.rows[2], Qt.MouseButton.LeftButton)
    assert chosen == [KEEPING]


def test_rows_are_replaced_and_never_moved(suggestions: SuggestionList) -> None:
    suggestions.show_suggestions(CATS, Scope.ALL)
    before = [row.geometry() for row in suggestions.rows]
    suggestions.show_suggestions(Suggestions("い", (KEEPING,)), Scope.ALL)
    assert [row.geometry() for row in suggestions.rows] == before
    assert len(seen(suggestions)) == 2


def test_a_row_is_read_with_its_kind_and_whose_it_is(suggestions: SuggestionList) -> None:
    suggestions.show_suggestions(CATS, Scope.ALL)
    assert seen(suggestions)[1:] == ["書名、猫町、萩原 朔太郎", "件名、ネコ − 飼育、96件"]


@pytest.mark.parametrize("size", list(TextSize))
def test_only_whole_rows_are_shown_and_each_is_a_target(
    suggestions: SuggestionList, size: TextSize
) -> None:
    suggestions.restyle(Theme().of(Look(size=size)))
    many = Suggestions("ねこ", (TOWN,) * 8, ScopeCounts(1, 2, 3))
    suggestions.show_suggestions(many, Scope.ALL)
    rows = [row for row in suggestions.rows if not row.isHidden()]
    assert len(rows) == (7, 6, 5, 4)[size]
    for row in rows:
        assert row.height() >= 84
        assert row.geometry().bottom() < suggestions.height()
