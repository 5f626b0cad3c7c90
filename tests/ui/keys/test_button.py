from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.events import HomeAsked, ReserveAsked
from kiosk.ui.keys.slab import face
from kiosk.ui.look.theme import Theme
from kiosk.ui.text import Button, Kind
from kiosk.visit import Look
from kiosk.words.words import Words
from tests.ui.look.test_theme import contrast
from tests.ui.pages import Page


def button(qtbot: QtBot, theme: Theme, text: str = "予約する", **how: Any) -> Button:
    made = Button(text, **how)
    qtbot.addWidget(made)
    made.restyle(theme.of())
    made.resize(made.sizeHint())
    made.show()
    return made


def test_a_button_says_its_event(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme, says=ReserveAsked())
    with qtbot.waitSignal(made.said) as said:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert said.args == [ReserveAsked()]


def test_a_screen_says_what_its_buttons_say(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = Page(words)
    qtbot.addWidget(page)
    page.restyle(theme.of())
    page.search.says = HomeAsked()
    with qtbot.waitSignal(page.said) as said:
        page.search.click()
    assert said.args == [HomeAsked()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_keyboard_presses_a_button(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    made = button(qtbot, theme, says=ReserveAsked())
    with qtbot.waitSignal(made.said):
        QTest.keyClick(made, key)


def test_a_finger_presses_a_button(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme, says=ReserveAsked())
    screen = QTest.createTouchDevice()
    middle = QPoint(made.width() // 2, made.height() // 2)
    with qtbot.waitSignal(made.said):
        QTest.touchEvent(made, screen).press(0, middle).commit()
        QTest.touchEvent(made, screen).release(0, middle).commit()


def test_what_cannot_be_used_says_nothing_and_says_why(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme, "FAX", says=ReserveAsked())
    made.turn_off("FAX番号の登録がありません")
    with qtbot.assertNotEmitted(made.said):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        made.click()
    assert made.accessibleDescription() == "FAX番号の登録がありません"
    assert made.face().dashes is not None
    assert made.face().lip == 0
    made.turn_on()
    with qtbot.waitSignal(made.said):
        made.click()


def test_pressing_takes_the_lip_away(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme)
    at_rest = made.grab().toImage().pixelColor(made.width() // 2, 1)
    made.setDown(True)
    pressed = made.grab().toImage().pixelColor(made.width() // 2, 1)
    assert made.face().is_pressed
    assert at_rest != pressed


def test_what_is_selected_is_told_in_words_colour_and_state(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme, "全館", has_tick=True)
    narrow = made.sizeHint().width()
    made.select()
    assert made.isChecked()
    assert made.face().fill == theme.of().colour("accent")
    assert made.sizeHint().width() > narrow + 30  # the ✓
    made.click()
    assert made.isChecked()
    made.select(is_on=False)
    assert made.face().fill == theme.of().colour("surface")


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("kind", Kind)
def test_words_on_a_face_stand_out(theme: Theme, kind: Kind, scheme: Scheme) -> None:
    style = theme.of(Look(scheme=scheme))
    for shown in (face(style, kind), face(style, kind, is_pressed=True), face(style, is_off=True)):
        names = {style.colour(name).name(): name for name in style.tokens["colour"][scheme]}
        ink, ground = names[shown.ink.name()], names[shown.fill.name()]
        assert contrast(style, ink, ground) >= 7


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("text", ["", "あ", "予約する", "{予約|よやく}する"])
def test_no_button_is_smaller_than_a_finger(
    qtbot: QtBot, theme: Theme, size: TextSize, text: str
) -> None:
    made = button(qtbot, theme, text)
    made.restyle(theme.of(Look(Language.EASY_JAPANESE, size)))
    for hint in (made.sizeHint(), made.minimumSizeHint()):
        assert hint.width() >= 84
        assert hint.height() >= 84


def test_a_button_too_narrow_for_its_words_grows_in_height(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme, "パスワードをわすれた方は、こちらへどうぞ")
    narrow = made.minimumSizeHint().width()
    words = made.settings(narrow)[0]
    assert len(words.lines) > 1
    assert made.heightForWidth(narrow) >= words.height


def test_a_count_and_a_second_line_are_read_aloud_too(qtbot: QtBot, theme: Theme) -> None:
    made = button(qtbot, theme)
    made.show_text("絵本", "{棚|たな}にあるもの", "47")
    assert made.accessibleName() == "絵本 棚にあるもの 47"


def test_an_ampersand_is_a_letter(qtbot: QtBot, theme: Theme) -> None:
    assert button(qtbot, theme, "Q&A").accessibleName() == "Q&A"
