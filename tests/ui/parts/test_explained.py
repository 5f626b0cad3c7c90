import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.words.errors import Explanation

PAPER = Explanation("The printer has no paper.", "Please take the QR code along.")


@pytest.fixture
def page(qtbot: QtBot) -> Part:
    page = Part()
    qtbot.addWidget(page)
    page.restyle(Theme().of())
    page.resize(900, 400)
    page.show()
    return page


@pytest.fixture
def strip(page: Part) -> Explained:
    strip = Explained()
    QVBoxLayout(page).addWidget(strip)
    return strip


def test_a_banner_stays_away_while_all_is_well(strip: Explained) -> None:
    strip.explain(None)
    assert not strip.isVisible()


def test_a_banner_says_what_is_and_then_what_to_do(strip: Explained) -> None:
    strip.explain(PAPER, Tone.WAIT, icon="printer")
    assert strip.isVisible()
    assert strip.accessibleName() == f"{PAPER.what} {PAPER.then}"


def test_the_words_stand_clear_of_bar_and_icon(strip: Explained) -> None:
    strip.explain(PAPER)
    bare = strip.words_left
    strip.explain(PAPER, icon="printer")
    assert strip.words_left > bare + 40


def test_a_banner_leaves_when_the_trouble_is_over(strip: Explained) -> None:
    strip.explain(PAPER)
    strip.explain(None)
    assert not strip.isVisible()
    assert strip.accessibleName() == ""
