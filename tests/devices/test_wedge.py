"""A scanner that types into our window: codes never reach a field, typing always does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition
from tests.devices.scanner_desks import WedgeDesk, char

CARD = "A01234567B"


class Recorder(QWidget):
    """A part with the focus that writes down each key it gets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys: list[tuple[str, str]] = []
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(("down", _name(event)))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(("up", _name(event)))


def _name(event: QKeyEvent) -> str:
    return event.text() or Qt.Key(event.key()).name


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WedgeDesk]:
    desk = WedgeDesk(qtbot)
    desk.scanner.start(desk.heard)
    yield desk
    desk.close()


@pytest.fixture
def recorder(desk: WedgeDesk) -> Recorder:
    recorder = Recorder(desk.window)
    desk.qtbot.waitUntil(recorder.hasFocus)
    return recorder


def test_a_code_never_reaches_the_field_with_the_focus(desk: WedgeDesk) -> None:
    held: list[str] = []
    desk.field.textChanged.connect(held.append)
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    assert held == []
    assert desk.field.text() == ""


def test_what_a_hand_types_reaches_the_field(desk: WedgeDesk) -> None:
    desk.press("Neko 1")
    desk.until_typed("Neko 1")
    assert desk.heard.codes == []


def test_a_short_word_and_enter_is_typing(desk: WedgeDesk, recorder: Recorder) -> None:
    desk.scan("neko")
    desk.qtbot.waitUntil(lambda: len(recorder.keys) == 10)
    downs = [name for way, name in recorder.keys if way == "down"]
    assert downs == ["n", "e", "k", "o", "\r"]
    assert desk.heard.codes == []


def test_a_code_after_typing_takes_only_itself(desk: WedgeDesk) -> None:
    desk.press("neko")
    desk.until_typed("neko")
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    assert desk.field.text() == "neko"
    desk.press("!")
    desk.until_typed("neko!")


def test_keys_are_given_back_in_their_order_with_their_releases(
    desk: WedgeDesk, recorder: Recorder
) -> None:
    window = desk.window.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Shift)
    QTest.keyPress(window, char("A"))
    QTest.keyRelease(window, Qt.Key.Key_Shift)
    QTest.keyPress(window, char("b"))
    QTest.keyRelease(window, char("A"))
    QTest.keyRelease(window, char("b"))
    desk.qtbot.waitUntil(lambda: len(recorder.keys) == 6)
    assert recorder.keys == [
        ("down", "Key_Shift"),
        ("down", "A"),
        ("up", "Key_Shift"),
        ("down", "b"),
        ("up", "A"),
        ("up", "b"),
    ]


def test_a_key_let_go_while_a_code_comes_is_let_go(desk: WedgeDesk, recorder: Recorder) -> None:
    window = desk.window.windowHandle()
    QTest.keyPress(window, char("x"))
    desk.qtbot.waitUntil(lambda: recorder.keys == [("down", "x")])
    desk.press(CARD)
    QTest.keyRelease(window, char("x"))
    desk.press_key(Qt.Key.Key_Return)
    desk.heard.wait_for(CARD)
    assert recorder.keys == [("down", "x"), ("up", "x")]


def test_a_last_key_let_go_late_is_still_the_scanners(desk: WedgeDesk, recorder: Recorder) -> None:
    desk.press(CARD)
    QTest.keyPress(desk.window.windowHandle(), Qt.Key.Key_Return)
    desk.heard.wait_for(CARD)
    QTest.keyRelease(desk.window.windowHandle(), Qt.Key.Key_Return)
    desk.press("x")
    desk.qtbot.waitUntil(lambda: len(recorder.keys) == 2)
    assert recorder.keys == [("down", "x"), ("up", "x")]


def test_tab_ends_a_code_and_moves_no_focus(desk: WedgeDesk) -> None:
    desk.press(CARD)
    desk.press_key(Qt.Key.Key_Tab)
    desk.heard.wait_for(CARD)
    assert desk.field.hasFocus()


def test_tab_by_hand_moves_the_focus(desk: WedgeDesk) -> None:
    desk.press_key(Qt.Key.Key_Tab)
    desk.qtbot.waitUntil(desk.key.hasFocus)


def test_the_lines_of_one_code_come_together(desk: WedgeDesk) -> None:
    desk.scan("first line")
    desk.scan("2")
    desk.heard.wait_for("first line\n2")
    assert desk.field.text() == ""


def test_a_touch_does_not_overtake_what_was_typed_before_it(desk: WedgeDesk) -> None:
    at_touch: list[str] = []
    desk.key.pressed.connect(lambda: at_touch.append(desk.field.text()))
    desk.press("neko")
    middle = desk.key.mapTo(desk.window, QPoint(5, 5))
    QTest.mouseClick(
        desk.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle,
    )
    assert at_touch == ["neko"]


def test_what_an_input_method_wrote_comes_after_what_was_typed_before_it(desk: WedgeDesk) -> None:
    desk.press("ab")
    written = QInputMethodEvent()
    written.setCommitString("猫")
    QCoreApplication.sendEvent(desk.field, written)
    assert desk.field.text() == "ab猫"


def test_a_part_that_gets_the_focus_gets_no_code_either(
    desk: WedgeDesk, recorder: Recorder
) -> None:
    desk.scan(CARD)
    desk.heard.wait_for(CARD)
    desk.field.setFocus()
    desk.scan(f"{CARD}1")
    desk.heard.wait_for(f"{CARD}1")
    assert recorder.keys == []
    assert desk.field.text() == ""


def test_a_code_in_another_window_of_ours_is_heard_too(desk: WedgeDesk, qtbot: QtBot) -> None:
    other = WedgeDesk(qtbot)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is other.window.windowHandle())
    other.scan(CARD)
    desk.heard.wait_for(CARD)
    assert other.field.text() == ""
    other.close()


def test_once_stopped_keys_go_straight_to_the_field(desk: WedgeDesk) -> None:
    desk.press("ne")
    desk.scanner.stop()
    assert desk.scanner.health().condition is Condition.GONE
    desk.press("ko")
    assert desk.field.text() == "neko"


def test_events_that_no_keyboard_sent_are_left_alone(desk: WedgeDesk) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n")
        QCoreApplication.sendEvent(desk.window.windowHandle(), key)
    assert desk.field.text() == "n"


def test_a_listener_that_fails_stops_nothing(qtbot: QtBot) -> None:
    desk = WedgeDesk(qtbot)
    told: list[str] = []

    def fail_first(code: str) -> None:
        told.append(code)
        if len(told) == 1:
            raise ValueError(code)

    desk.scanner.start(fail_first)
    for _ in range(2):
        told_before = len(told)
        desk.scan(CARD)
        qtbot.waitUntil(lambda: len(told) > told_before)  # noqa: B023 - called at once
    desk.close()


def test_starting_it_twice_is_a_mistake(desk: WedgeDesk) -> None:
    with pytest.raises(RuntimeError, match="twice"):
        desk.scanner.start(desk.heard)
