import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.text import Label

SENTENCE = "本館で受け取り、用意できたらeメールでお知らせします。"


@pytest.fixture
def page(qtbot: QtBot) -> Part:
    page = Part()
    qtbot.addWidget(page)
    page.restyle(Theme().of())
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return page


def labels_on(page: QWidget, count: int) -> list[Label]:
    """Labels that stand in a widget of their own, as they do on a card."""
    card = QWidget()
    inner = QVBoxLayout(card)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    labels = [Label() for _ in range(count)]
    for label in labels:
        label.show_text(SENTENCE)
        inner.addWidget(label)
    column = page.layout()
    assert column is not None
    column.addWidget(card)
    return labels


def test_everything_stays_while_there_is_room(page: Part) -> None:
    first, second, third = labels_on(page, 3)
    page.resize(1000, 400)
    make_room(page, first, second)
    assert not first.isHidden()
    assert not second.isHidden()
    assert not third.isHidden()


def test_the_first_to_go_goes_first_and_no_more_than_need_be(page: Part) -> None:
    first, second, third = labels_on(page, 3)
    page.resize(1000, 2 * first.heightForWidth(1000) + 5)
    make_room(page, first, second)
    assert first.isHidden()
    assert not second.isHidden()
    assert not third.isHidden()


def test_what_had_to_go_comes_back_with_the_room(page: Part) -> None:
    first, second, _third = labels_on(page, 3)
    page.resize(1000, 50)
    make_room(page, first, second)
    assert second.isHidden()
    page.resize(1000, 400)
    make_room(page, first, second)
    assert not first.isHidden()
    assert not second.isHidden()


def test_a_narrow_page_needs_more_lines(page: Part) -> None:
    labels_on(page, 2)
    page.resize(1000, 100)
    assert fits(page)
    page.resize(300, 100)
    assert not fits(page)
