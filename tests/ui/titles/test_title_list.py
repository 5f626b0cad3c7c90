from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.titles import TitleId
from kiosk.events import TitleChosen
from kiosk.ui.lettering.label import Label
from kiosk.ui.look.theme import Theme
from kiosk.ui.screen import Screen
from kiosk.ui.titles.title_list import TitleList
from kiosk.ui.titles.title_row import row_height
from kiosk.visit import Look, Visit
from tests.ui.samples import LANGUAGES, LONG, found, japanese


class Page(Screen):
    def display(self, visit: Visit) -> None: ...


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page(japanese())
    made.resize(1500, 800)
    made.restyle(Theme().of())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def titles(page: Page) -> TitleList:
    made = TitleList(page.words, page)
    made.setGeometry(0, 0, 1456, 768)
    made.arrange(made.style_now)
    made.show()
    return made


def test_a_touched_row_says_which_title(page: Page, titles: TitleList) -> None:
    said: list[object] = []
    page.said.connect(said.append)
    titles.show_titles([found("猫町"), found("雪")], 0, 3)
    QTest.mouseClick(titles.rows[1], Qt.MouseButton.LeftButton)
    assert said == [TitleChosen(TitleId("雪"))]


def test_a_row_is_one_stop_and_one_sentence(titles: TitleList) -> None:
    titles.show_titles([found(waiting=3, is_out=True)], 0, 1)
    row = titles.rows[0]
    assert row.accessibleName() == (
        "吾輩は猫である、夏目 漱石、みなと文庫、1990、貸出中、3人が待っています、913.6 ナツ"
    )
    stops = [row] + [each for each in row.findChildren(Label) if each.focusPolicy()]
    assert [each for each in stops if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == [row]


def test_pages_are_turned_and_the_ends_are_dashed(titles: TitleList) -> None:
    turned: list[int] = []
    titles.turned.connect(turned.append)
    titles.show_titles([found()], 0, 88)
    QTest.mouseClick(titles.rail.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(titles.rail.on, Qt.MouseButton.LeftButton)
    assert turned == [1]
    assert not titles.rail.back.isEnabled()
    titles.show_titles([found()], 87, 88)
    assert not titles.rail.on.isEnabled()


def test_one_page_needs_no_rail(titles: TitleList) -> None:
    titles.show_titles([found()], 0, 1)
    assert titles.rail.isHidden()


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_portrait", [False, True])
def test_every_word_of_a_row_is_shown_and_every_target_large_enough(
    page: Page, titles: TitleList, size: TextSize, language: Language, *, is_portrait: bool
) -> None:
    page.words.switch(language)
    style = Theme().of(Look(language, size, Scheme.CREAM), is_portrait=is_portrait)
    page.restyle(style)
    titles.resize(1008 if is_portrait else 1456, 1260 if is_portrait else 768)
    titles.show_titles([found(), found(LONG, is_out=True)], 3, 1460)
    for row in titles.rows:
        assert row.height() == row_height(style) >= 84
        for label in row.findChildren(Label):
            if label.isHidden() or not label.text():
                continue
            setting = label.setting(label.width())
            assert setting.letters.px >= 24
            assert setting.width <= label.width() + 1
            assert setting.height <= label.height() + 1
            assert row.rect().contains(label.geometry()), label.text()
        shown = {each.text() for each in row.findChildren(Label) if not each.isHidden()}
        assert row._name.text() in shown
        assert row._state.text() in shown
    for one, other in pairwise(titles.rows):
        assert other.y() - one.geometry().bottom() > 9
    assert titles.rail.x() - titles.rows[0].geometry().right() > 9
    for key in (titles.rail.back, titles.rail.on):
        assert min(key.width(), key.height()) >= 84


def test_the_page_holds_five_rows_and_three_at_the_largest_text(
    page: Page, titles: TitleList
) -> None:
    assert titles.rows_that_fit() == 5
    page.restyle(Theme().of(Look(size=TextSize.LARGEST)))
    assert titles.rows_that_fit() == 3
    page.restyle(Theme().of(is_portrait=True))
    titles.resize(1008, 1260)
    assert titles.rows_that_fit() == 6


def test_easy_words_leave_room_for_who_made_it_at_the_largest_text(
    page: Page, titles: TitleList
) -> None:
    page.words.switch(Language.EASY_JAPANESE)
    page.restyle(Theme().of(Look(Language.EASY_JAPANESE, TextSize.LARGEST)))
    elsewhere = replace(found().availability.holdings[0], is_here=False, floor="", shelf="")
    there = replace(found(), availability=replace(found().availability, holdings=(elsewhere,)))
    titles.show_titles([found(), there], 0, 1)
    assert not any(row._makers.isHidden() for row in titles.rows)


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST])
def test_of_a_set_that_has_no_shape_no_room_is_kept_for_one(
    page: Page, titles: TitleList, size: TextSize
) -> None:
    page.restyle(Theme().of(Look(size=size)))
    titles.show_titles([found(), replace(found(), parts=12)], 0, 1)
    one, a_set = titles.rows
    assert a_set._state.x() == one._shape.x() < one._state.x()
