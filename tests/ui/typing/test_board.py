from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.typing.board import Board
from kiosk.ui.typing.board_key import BoardKey
from kiosk.ui.typing.board_layouts import Act
from kiosk.visit import Look
from kiosk.words.words import Words

WORDS = Path(__file__).resolve().parents[3] / "assets" / "words"
KANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
)


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    page = Part()
    page.resize(1200, 760)
    made = Board(Words.load(WORDS, Language.JAPANESE), page)
    made.setGeometry(10, 10, 1170, 732)
    page.restyle(Theme().of())
    qtbot.addWidget(page)
    page.show()
    return made


def spot(board: Board, wanted: str | Act) -> QPoint:
    return board.key(wanted).geometry().center()


def tap(board: Board, wanted: str | Act) -> None:
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spot(board, wanted))


def test_every_kana_is_typed_by_its_key(board: Board) -> None:
    for kana in KANA:
        tap(board, kana)
        assert board.text == kana
        tap(board, Act.ERASE_ALL)


def test_the_whole_text_is_told_after_every_key(board: Board) -> None:
    told: list[str] = []
    board.typed.connect(told.append)
    for key in ("ね", "こ", Act.VOICE, Act.ERASE, Act.ERASE_ALL):
        tap(board, key)
    assert told == ["ね", "ねこ", "ねご", "ね", ""]


def test_a_letter_is_typed_when_its_key_is_touched(board: Board) -> None:
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=spot(board, "ね"))
    assert board.text == "ね"
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=spot(board, "ね"))
    assert board.text == "ね"


def test_two_hundred_taps_are_painted_in_order(board: Board) -> None:
    told: list[str] = []
    seen: list[bool] = []
    board.typed.connect(told.append)
    wanted = (KANA * 5)[:200]
    for kana in wanted:
        key = board.key(kana)
        at_rest = picture(key)
        QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=key.geometry().center())
        seen.append(picture(key) != at_rest and key.isDown())
        QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=key.geometry().center())
        tap(board, Act.ERASE_ALL)
    assert [text for text in told if text] == list(wanted)
    assert all(seen)


def picture(key: BoardKey) -> QImage:
    return key.grab().toImage()


def test_two_fingers_type_two_kana(board: Board, qapp: QApplication) -> None:
    device = QTest.createTouchDevice()
    told: list[str] = []
    board.typed.connect(told.append)
    one, other = spot(board, "ね"), spot(board, "こ")
    QTest.touchEvent(board, device).press(0, one, board).commit()
    QTest.touchEvent(board, device).stationary(0).press(1, other, board).commit()
    assert board.key("ね").isDown()
    assert board.key("こ").isDown()
    QTest.touchEvent(board, device).release(0, one, board).stationary(1).commit()
    assert not board.key("ね").isDown()
    QTest.touchEvent(board, device).release(1, other, board).commit()
    assert told == ["ね", "ねこ"]


def test_only_erasing_repeats_while_held(board: Board, qtbot: QtBot) -> None:
    for kana in "ねこねこ":
        tap(board, kana)
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=spot(board, Act.ERASE))
    qtbot.waitUntil(lambda: not board.text, timeout=5000)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=spot(board, Act.ERASE))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=spot(board, "ね"))
    assert not board._repeat.isActive()
    assert board.text == "ね"


def test_searching_waits_for_the_finger_to_be_lifted_from_its_key(board: Board) -> None:
    asked: list[bool] = []
    board.search_asked.connect(lambda: asked.append(True))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=spot(board, Act.SEARCH))
    assert not asked
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not asked
    tap(board, Act.SEARCH)
    assert asked == [True]


def test_modes_show_other_letters(board: Board) -> None:
    tap(board, "カナ")
    tap(board, "ネ")
    tap(board, "ABC")
    tap(board, "q")
    tap(board, Act.CAPITALS)
    tap(board, "Q")
    tap(board, "123")
    tap(board, "9")
    assert board.text == "ネqQ9"


def test_the_other_order_moves_the_kana(board: Board) -> None:
    before = spot(board, "う")
    tap(board, Act.ORDER)
    assert spot(board, "う") != before
    assert spot(board, "う").x() < spot(board, "お").x()


def test_the_keyboard_on_the_desk_is_heard_without_focus(board: Board) -> None:
    asked: list[bool] = []
    board.search_asked.connect(lambda: asked.append(True))
    QTest.keyClicks(board.window(), "nekon")
    QTest.keyClick(board.window(), Qt.Key.Key_Backspace)
    QTest.keyClicks(board.window(), "n")
    QTest.keyClick(board.window(), Qt.Key.Key_Return)
    assert board.text == "ねこん"
    assert asked == [True]


def test_a_board_that_is_not_seen_hears_nothing(board: Board) -> None:
    board.hide()
    QTest.keyClicks(board.window(), "neko")
    assert not board.text


def test_a_text_shown_is_gone_on_with_and_not_told(board: Board) -> None:
    told: list[str] = []
    board.typed.connect(told.append)
    board.show_text("ねこ")
    assert not told
    tap(board, "の")
    assert told == ["ねこの"]


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("language", [Language.JAPANESE, Language.ENGLISH, Language.EASY_JAPANESE])
@pytest.mark.parametrize("is_portrait", [False, True])
def test_every_key_is_large_enough_and_shows_all_its_words(
    board: Board, size: TextSize, language: Language, *, is_portrait: bool
) -> None:
    board._words.switch(language)
    page = board.window()
    assert isinstance(page, Part)
    style = Theme().of(Look(language, size, Scheme.LIGHT), is_portrait=is_portrait)
    board.show_count(12_345)
    page.restyle(style)
    board.resize(board.sizeHint())
    keys = [key for key in board.findChildren(BoardKey) if not key.isHidden()]
    for key in keys:
        assert key.width() >= style.least_target
        assert key.height() >= style.least_target
        for setting in key.settings(key.width()):
            assert setting.width <= key.width() - key._beside_words()
            assert setting.height <= key.height() - 8
            assert setting.letters.px >= 24
        assert key.accessibleName()
    for one in keys:
        wider = one.geometry().adjusted(-9, -9, 9, 9)
        assert not any(wider.intersects(key.geometry()) for key in keys if key is not one)
