from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language
from kiosk.domain.titles import FoundTitle, Material
from kiosk.ui.look.theme import Theme
from kiosk.ui.screen import Screen
from kiosk.ui.text import Label
from kiosk.ui.titles.holdings import HoldingLine
from kiosk.visit import Look, Visit
from tests.ui.samples import found, japanese

LANDSCAPE, PORTRAIT = 800, 1008  # px, of a line beside a rail and of one as wide as the page


class Page(Screen):
    def display(self, visit: Visit) -> None: ...


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page(japanese())
    qtbot.addWidget(made)
    return made


def line(page: Page, language: Language, width: int, title: FoundTitle) -> HoldingLine:
    page.words.switch(language)
    page.restyle(Theme().of(Look(language)))
    made = HoldingLine(page.words, page)
    made.show_holding(title.availability.holdings[0], title.title.material)
    page.resize(width, 400)
    page.show()
    made.resize(width, made.heightForWidth(width))
    return made


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.EASY_JAPANESE])
@pytest.mark.parametrize("material", [Material.BOOK, Material.CD])
def test_where_words_are_long_a_line_falls_in_two_rows_and_no_cell_in_more(
    page: Page, language: Language, material: Material
) -> None:
    title = replace(found(), title=replace(found().title, material=material))
    made = line(page, language, LANDSCAPE, title)
    labels = [label for label in made.findChildren(Label) if label.text()]
    assert len({label.y() for label in labels}) == len(("branch and count", "state and note"))
    for label in labels:
        assert label.setting(label.width()).height == label.setting(9999).height, label.text()


@pytest.mark.parametrize(
    ("language", "width"), [(Language.JAPANESE, LANDSCAPE), (Language.ENGLISH, PORTRAIT)]
)
def test_where_there_is_room_all_of_a_branch_stands_in_one_row(
    page: Page, language: Language, width: int
) -> None:
    made = line(page, language, width, found())
    assert len({label.y() for label in made.findChildren(Label)}) == 1


def test_a_state_without_a_note_has_the_row_to_itself(page: Page) -> None:
    title = found()
    aside = replace(title.availability.holdings[0], on_shelf=0, set_aside=1, items=1, due=None)
    there = replace(title, availability=replace(title.availability, holdings=(aside,)))
    state = line(page, Language.EASY_JAPANESE, LANDSCAPE, there)._state
    assert state.setting(state.width()).height == state.setting(9999).height
