"""The board for an e-mail address."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.typing.address_board import LONGEST, AddressBoard
from kiosk.ui.typing.board_layouts import COLUMNS, ROWS, Act, plan_address
from kiosk.words.words import Words
from tests.screens.showing import WORDS


@pytest.fixture
def board(qtbot: QtBot) -> AddressBoard:
    page = Part()
    qtbot.addWidget(page)
    made = AddressBoard(Words.load(WORDS, Language.JAPANESE), page)
    page.resize(1200, 800)
    made.resize(1170, 732)
    page.restyle(Theme().of())
    page.show()
    return made


def touch(board: AddressBoard, *keys: str | Act) -> None:
    for key in keys:
        at = board.key(key).geometry().center()
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=at)


def test_all_signs_of_an_address_stand_there_and_no_kana() -> None:
    glyphs = {key.glyph for key in plan_address()}
    assert set("abcdefghijklmnopqrstuvwxyz0123456789@.-_") <= glyphs
    assert not glyphs & set("あ ー゛")


def test_no_key_stands_on_another_or_beside_the_board() -> None:
    boxes = []
    for key in plan_address():
        spot = key.spot
        boxes.append(QRectF(spot.column, spot.row, spot.width - 0.01, spot.height - 0.01))
        assert spot.column + spot.width <= COLUMNS + 0.01
        assert spot.row + spot.height <= ROWS
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_the_end_of_an_address_takes_the_place_of_another(board: AddressBoard) -> None:
    touch(board, "h", "a", "@", "x", "@yahoo.co.jp")
    assert board.text == "ha@yahoo.co.jp"
    touch(board, "@ezweb.ne.jp")
    assert board.text == "ha@ezweb.ne.jp"
    touch(board, Act.ERASE, Act.ERASE)
    assert board.text == "ha@ezweb.ne."
    touch(board, Act.ERASE_ALL)
    assert not board.text


def test_the_one_action_is_named_by_the_page(board: AddressBoard, qtbot: QtBot) -> None:
    board.show_verb("コードを送る")
    assert board.key(Act.SEARCH).accessibleName() == "コードを送る"
    with qtbot.waitSignal(board.search_asked):
        touch(board, Act.SEARCH)


def test_the_desk_types_letters_as_they_are_and_no_kana(board: AddressBoard) -> None:
    QTest.keyClicks(board, "Kana+7%x@example.jp")
    assert board.text == "Kana+7%x@example.jp"


def test_an_address_is_as_long_as_any_may_be(board: AddressBoard) -> None:
    board.show_text("a" * 300)
    assert len(board.text) == LONGEST
    QTest.keyClicks(board, "b")
    assert len(board.text) == LONGEST
