from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import TextSize
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.typing.number_pad import NumberPad, PadKey
from kiosk.visit import Look
from tests.ui.samples import japanese


@pytest.fixture
def pad(qtbot: QtBot) -> NumberPad:
    page = Part()
    page.resize(700, 700)
    made = NumberPad(japanese(), parent=page)
    page.restyle(Theme().of())
    made.resize(made.sizeHint())
    qtbot.addWidget(page)
    page.show()
    return made


def heard(pad: NumberPad) -> list[str]:
    told: list[str] = []
    pad.pressed.connect(told.append)
    pad.erased.connect(lambda: told.append("erased"))
    pad.entered.connect(lambda: told.append("entered"))
    return told


def click(pad: NumberPad, name: str) -> None:
    QTest.mouseClick(pad.key(name), Qt.MouseButton.LeftButton)


def test_digits_stand_as_on_a_telephone_and_are_told(pad: NumberPad) -> None:
    told = heard(pad)
    for digit in "0123456789":
        click(pad, digit)
    assert told == list("0123456789")
    assert pad.key("1").y() < pad.key("4").y() < pad.key("7").y() < pad.key("0").y()


def test_letters_are_a_key_away_small_and_capital(pad: NumberPad) -> None:
    told = heard(pad)
    click(pad, "letters")
    click(pad, "a")
    click(pad, "capitals")
    click(pad, "A")
    click(pad, "numbers")
    click(pad, "7")
    assert told == ["a", "A", "7"]


def test_erasing_and_entering(pad: NumberPad) -> None:
    told = heard(pad)
    click(pad, "erase")
    QTest.mouseClick(pad.enter, Qt.MouseButton.LeftButton)
    assert told == ["erased", "entered"]


def test_the_keyboard_on_the_desk_types_too(pad: NumberPad) -> None:
    told = heard(pad)
    QTest.keyClicks(pad.window(), "a7- ")
    QTest.keyClick(pad.window(), Qt.Key.Key_Backspace)
    QTest.keyClick(pad.window(), Qt.Key.Key_Return)
    assert told == ["a", "7", "erased", "entered"]


def test_a_pad_for_numbers_alone_has_no_letters(qtbot: QtBot) -> None:
    pad = NumberPad(japanese(), has_letters=False)
    qtbot.addWidget(pad)
    pad.restyle(Theme().of())
    assert "letters" not in {key.key for key in pad.findChildren(PadKey)}


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("is_alphabet", [False, True])
def test_every_key_is_large_enough_and_named(
    pad: NumberPad, size: TextSize, *, is_alphabet: bool
) -> None:
    if is_alphabet:
        click(pad, "letters")
    page = pad.window()
    assert isinstance(page, Part)
    page.restyle(Theme().of(Look(size=size)))
    pad.resize(pad.sizeHint())
    keys = [key for key in pad.findChildren(PadKey) if not key.isHidden()]
    for key in keys:
        assert min(key.width(), key.height()) >= 84
        assert key.accessibleName()
        for setting in key.settings(None):
            assert setting.width <= key.width() - 8
    for one, other in combinations([*keys, pad.enter], 2):
        assert not one.geometry().adjusted(-9, -9, 9, 9).intersects(other.geometry())
