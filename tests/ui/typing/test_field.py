import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.looks import Scheme, TextSize
from kiosk.ui.look.theme import Theme
from kiosk.ui.text import Button
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.password_field import PasswordField
from kiosk.visit import Look
from tests.ui.samples import japanese

CARET = QColor("#D2401F")


def shown(qtbot: QtBot, field: Field, look: Look | None = None) -> Field:
    qtbot.addWidget(field)
    field.restyle(Theme().of(look))
    field.resize(700, field.height())
    field.show()
    return field


def colours(field: Field) -> set[str]:
    image = field.grab().toImage()
    middle = image.height() // 2
    return {image.pixelColor(x, middle).name().upper() for x in range(image.width())}


def test_the_caret_stands_only_where_the_next_letter_goes(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("search"))
    field.show_text("ねこ")
    assert CARET.name().upper() not in colours(field)
    field.show_state(FieldState.ACTIVE)
    assert CARET.name().upper() in colours(field)


def test_a_long_text_shows_its_end(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("search"))
    field.show_state(FieldState.ACTIVE)
    field.show_text("あ" * 60)
    assert CARET.name().upper() in colours(field)


@pytest.mark.parametrize("state", list(FieldState))
@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_state_looks_different(qtbot: QtBot, state: FieldState, scheme: Scheme) -> None:
    others = []
    for each in FieldState:
        field = shown(qtbot, Field(), Look(scheme=scheme))
        field.show_state(each)
        if each is state:
            mine = field.grab().toImage()
        else:
            others.append(field.grab().toImage())
    assert mine not in others


def test_what_is_typed_is_read_aloud_and_the_hint_too(qtbot: QtBot) -> None:
    field = shown(qtbot, Field())
    field.show_placeholder("本の名前")
    assert field.accessibleName() == "本の名前"
    field.show_text("ねこ")
    field.show_hint("{本|ほん}のバーコード")
    assert field.accessibleName() == "ねこ"
    assert field.accessibleDescription() == "本のバーコード"


def test_a_password_is_seen_only_while_the_key_is_held(qtbot: QtBot) -> None:
    field = PasswordField(japanese())
    shown(qtbot, field)
    field.show_text("sakura")
    hidden = field.grab().toImage()
    key = field.findChild(Button)
    assert key is not None
    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert field._is_seen
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert field.grab().toImage() == hidden


def test_a_password_is_in_no_name_and_is_forgotten(qtbot: QtBot) -> None:
    field = PasswordField(japanese())
    shown(qtbot, field)
    field.show_text("sakura2026")
    names = (field.accessibleName(), field.accessibleDescription(), repr(field), field.toolTip())
    assert not any("sakura" in name for name in names)
    assert field.accessibleName() == "パスワード 10文字"
    assert field.secret == "sakura2026"
    field.forget()
    assert not field.secret
    assert "sakura2026" not in str(vars(field))


@pytest.mark.parametrize("size", list(TextSize))
def test_a_password_of_twenty_letters_is_all_dots_inside(qtbot: QtBot, size: TextSize) -> None:
    field = PasswordField(japanese())
    shown(qtbot, field, Look(size=size))
    field.show_state(FieldState.ACTIVE)
    field.show_text("a" * 20)
    key = field.findChild(Button)
    assert key is not None
    assert key.height() >= 84
    assert CARET.name().upper() in colours(field)
