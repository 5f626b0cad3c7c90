"""Every picture of the tour says where to touch next, and the page that lists them is not stale."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, TextSize
from kiosk.visit import Look
from tools.next_taps import NEXT_TAPS, Nothing
from tools.tour_page import FIRST, PAGE, look_first, page
from tools.tour_scenes import Scene, scenes
from tools.tour_taps import fault_of, keys_that_say, nameless, seen_on
from tools.tour_views import Drawing, View, shown


@pytest.fixture(scope="module")
def drawing(qapp: object) -> Drawing:
    return Drawing.ready()


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    return panel


def key(
    panel: QWidget, says: str = "Reserve", *, at: tuple[int, int] = (100, 100)
) -> QAbstractButton:
    made = QPushButton(says, panel)
    made.setGeometry(*at, 300, 100)
    made.show()
    return made


def scene(name: str) -> Scene:
    return next(one for one in scenes() if one.name == name)


def test_every_scene_has_a_next_tap_and_every_next_tap_a_scene() -> None:
    assert nameless(scenes()) == set()


def test_a_scene_that_the_table_forgot_is_named() -> None:
    unheard = replace(scene("home"), name="unheard-of")
    assert nameless([*scenes(), unheard]) == {"unheard-of"}


def test_in_japanese_every_next_tap_is_there_and_the_page_that_says_so_is_not_stale(
    drawing: Drawing,
) -> None:
    seen = look_first(drawing)
    assert [str(one) for one in seen if one.fault] == []
    assert PAGE.read_text(encoding="utf-8") == page(seen, drawing), "run `make next-taps`"


@pytest.mark.parametrize("language", [Language.JAPANESE, Language.EASY_JAPANESE])
def test_what_a_key_says_is_in_the_words_of_each_language(
    drawing: Drawing, language: Language
) -> None:
    words = drawing.words.speaking(language)
    sentences = {tap.key for tap in NEXT_TAPS.values() if isinstance(tap.key, str)}
    sentences |= {tap.else_key for tap in NEXT_TAPS.values() if tap.else_key}
    assert {sentence for sentence in sentences if words(sentence) == sentence} == set()


def test_where_nothing_is_to_be_touched_the_reason_is_told(drawing: Drawing) -> None:
    resting = [tap for tap in NEXT_TAPS.values() if isinstance(tap.key, Nothing)]
    assert resting
    for tap in resting:
        assert isinstance(tap.key, Nothing)
        assert tap.key.because.startswith("nothing: ")
        assert tap.said(drawing.words) is None


def test_a_scene_without_a_next_tap_is_at_fault(drawing: Drawing) -> None:
    home = scene("home")
    with shown(home, FIRST, drawing) as stage:
        seen = seen_on(stage, replace(home, name="unheard-of"), FIRST, drawing)
    assert "names no next tap" in seen.fault


def test_a_key_that_is_not_on_the_screen_is_at_fault(drawing: Drawing) -> None:
    home = scene("home")
    with shown(home, FIRST, drawing) as stage:
        seen = seen_on(stage, replace(home, name="reserve"), FIRST, drawing)
    assert seen.fault == "“予約する”: no such key"
    assert str(seen) == f"reserve, {FIRST.name}: “予約する”: no such key"


def test_a_key_below_something_else_is_at_fault(panel: QWidget) -> None:
    below = key(panel)
    sheet = QWidget(panel)
    sheet.setGeometry(0, 0, 1000, 600)
    sheet.show()
    assert fault_of(below, panel) == "lies below something else"


def test_a_board_takes_the_touches_of_its_keys_itself(panel: QWidget) -> None:
    on_board = key(panel)
    board = QWidget(panel)
    board.setGeometry(panel.rect())
    on_board.setParent(board)
    on_board.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    board.show()
    on_board.show()
    assert fault_of(on_board, panel) == ""


def test_where_a_key_stands_is_told_by_part_and_third(drawing: Drawing) -> None:
    with shown(scene("apology"), FIRST, drawing) as stage:
        assert seen_on(stage, scene("apology"), FIRST, drawing).where == "page, low right"


def test_what_is_too_large_for_one_page_is_reached_by_another_key(drawing: Drawing) -> None:
    chosen = scene("reservation-otherwise")
    largest = View(Look(size=TextSize.LARGEST), is_portrait=True)
    with shown(chosen, largest, drawing) as stage:
        assert seen_on(stage, chosen, largest, drawing).fault == ""


def test_a_key_that_can_be_touched_has_no_fault(panel: QWidget) -> None:
    assert fault_of(key(panel), panel) == ""


def test_a_key_that_rests_is_at_fault(panel: QWidget) -> None:
    resting = key(panel)
    resting.setEnabled(False)
    assert fault_of(resting, panel) == "is dashed"


@pytest.mark.parametrize(("height", "fault"), [(84, ""), (83, "is 300 × 83 px")])
def test_a_key_is_84_px_at_least(panel: QWidget, height: int, fault: str) -> None:
    low = key(panel)
    low.setMinimumHeight(1)
    low.resize(300, height)
    assert fault_of(low, panel) == fault


def test_a_key_that_runs_off_the_panel_is_at_fault(panel: QWidget) -> None:
    assert fault_of(key(panel, at=(701, 100)), panel) == "is not whole on the panel"


def test_a_key_that_its_card_cuts_off_is_at_fault(panel: QWidget) -> None:
    card = QWidget(panel)
    card.setGeometry(0, 0, 350, 600)
    card.show()
    assert fault_of(key(card), panel) == "is not whole on the panel"


def test_what_says_just_this_goes_before_what_says_it_too(panel: QWidget) -> None:
    within = key(panel, "Please Reserve")
    assert keys_that_say("Reserve", panel) == [within]
    again = key(panel, "Reserve again")
    assert keys_that_say("Reserve", panel) == [again]
    just = key(panel, "Reserve", at=(500, 100))
    assert keys_that_say("Reserve", panel) == [just]


def test_one_letter_is_the_whole_of_its_key(panel: QWidget) -> None:
    key(panel, "10")
    assert keys_that_say("1", panel) == []


def test_a_key_that_is_hidden_says_nothing(panel: QWidget) -> None:
    key(panel).hide()
    assert keys_that_say("Reserve", panel) == []


def test_the_page_is_kept_with_the_others() -> None:
    assert PAGE.parent == Path(__file__).parents[2] / "docs"
