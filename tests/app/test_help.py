"""Help over the real pages: a patron asks, calls somebody, and goes on where they were."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.calls import CallState
from kiosk.events import CallHeard, CardPresented
from kiosk.screens.sign_in import SignInScreen
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.ui.keys.button import Button
from kiosk.ui.lettering.label import Label
from tests.app.loop import Loop

LANDSCAPE = (1920, 1080)


@pytest.fixture
def loop(qtbot: QtBot) -> Loop:
    loop = Loop(SimulatedCatalogue(), LANDSCAPE)
    qtbot.addWidget(loop.stage)
    loop.stage.show()
    return loop


def touch_help(loop: Loop) -> None:
    keys: tuple[Button, ...] = (loop.stage.bar.keys.help, loop.stage.bar.keys.help_mark)
    (seen,) = [key for key in keys if key.isVisible()]
    QTest.mouseClick(seen, Qt.MouseButton.LeftButton)


def read(loop: Loop) -> str:
    labels = loop.stage.help.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.mark.rule("E5")
def test_a_password_half_typed_is_still_there_after_a_librarian_was_called(
    qtbot: QtBot, loop: Loop
) -> None:
    loop.machine.hear(CardPresented(CARD))
    screen = loop.stage.screen_now
    assert isinstance(screen, SignInScreen)
    screen.password.show_text(PASSWORD[:4])
    touch_help(loop)
    assert "はじめてのパスワードは" in read(loop)
    QTest.mouseClick(loop.stage.help.strip.call, Qt.MouseButton.LeftButton)
    assert "職員をよんでいます" in read(loop)
    qtbot.waitUntil(lambda: loop.machine.visit.premises.calling.call is not None)
    assert loop.calls.screens == ["sign_in"]

    call = loop.machine.visit.premises.calling.call
    assert call is not None
    loop.machine.say(CallHeard(loop.calls.answer(call.id)))
    qtbot.waitUntil(lambda: "職員がまいります" in read(loop))

    touch_help(loop)
    assert loop.stage.screen_now is screen
    assert screen.isVisible()
    assert screen.password.secret == PASSWORD[:4]
    assert loop.stage.band.call.text() == "職員がまいります。"


def test_a_call_is_taken_back_on_the_same_page(qtbot: QtBot, loop: Loop) -> None:
    loop.open_search()
    touch_help(loop)
    strip = loop.stage.help.strip
    QTest.mouseClick(strip.call, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: loop.machine.visit.premises.calling.call is not None)
    call = loop.machine.visit.premises.calling.call
    assert call is not None
    QTest.mouseClick(strip.take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: loop.machine.visit.premises.calling.call is None)
    assert loop.calls.state(call.id).state is CallState.DONE
    assert "よびだしは終わりました" in read(loop)
    assert loop.stage.band.call.text() == ""


def test_what_was_typed_to_search_is_still_there_after_help(qtbot: QtBot, loop: Loop) -> None:
    screen = loop.open_search()
    for sign in "ねこ":
        screen.board.key(sign).click()
    touch_help(loop)
    touch_help(loop)
    assert screen.field.text == "ねこ"
