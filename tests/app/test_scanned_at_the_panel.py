"""A scanner that types, before the whole panel: heard everywhere, and never typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import SCREENS
from kiosk.domain.policy import CardPolicy
from kiosk.events import Event, ScreenName
from kiosk.hardware.barcode_scanner.qt_wedge import QtBarcodeScanner
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.hardware.understanding import Understanding
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from tests.app.loop import Loop
from tests.devices.scanner_desks import char
from tests.screens.every_screen import every_visit

CARD, OTHER_CODE = "A01234567B", "HELLO-01234"
SCANNER = ScannerSettings(gap_ms=60_000)  # a panel that draws takes its time between two keys


@pytest.fixture
def scanner() -> Iterator[QtBarcodeScanner]:
    scanner = QtBarcodeScanner(SCANNER)
    yield scanner
    scanner.stop()


@pytest.fixture
def loop(qtbot: QtBot) -> Iterator[Loop]:
    loop = Loop(SimulatedCatalogue(), (1920, 1080))
    qtbot.addWidget(loop.stage)
    loop.stage.show()
    loop.stage.activateWindow()
    qtbot.waitUntil(loop.stage.isActiveWindow)
    yield loop
    loop.workers.finish(5)


def type_in(loop: Loop, text: str) -> None:
    for sign in text:
        QTest.keyClick(loop.stage.windowHandle(), char(sign))


def scan(loop: Loop, text: str) -> None:
    type_in(loop, text)
    QTest.keyClick(loop.stage.windowHandle(), Qt.Key.Key_Return)
    pause(loop)


def pause(loop: Loop) -> None:
    """What a hand does next decides as a pause does, and need not be waited for."""
    QCoreApplication.sendEvent(loop.stage.windowHandle(), QFocusEvent(QEvent.Type.FocusOut))


def test_a_card_reaches_the_chart_by_one_signal_while_words_are_typed(
    qtbot: QtBot, loop: Loop, scanner: QtBarcodeScanner
) -> None:
    told: list[str] = []
    understanding = Understanding(loop.machine.say, CardPolicy(), lambda _code: False)

    def hear(code: str) -> None:
        understanding(code)
        told.append(loop.machine.place.name)

    scanner.start(hear)
    screen = loop.open_search()
    type_in(loop, "neko")
    pause(loop)
    typed = screen.board.text
    assert typed == "ねこ"
    scan(loop, CARD)
    qtbot.waitUntil(lambda: loop.machine.visit.card is not None)
    assert told == ["search"]
    assert loop.machine.place.name == "password"
    assert loop.machine.visit.search.query.text == typed


def test_every_screen_lets_a_code_by(loop: Loop, scanner: QtBarcodeScanner) -> None:
    """PIN pads and boards too: nothing is typed, pressed or said."""
    codes: list[str] = []
    said: list[Event] = []
    scanner.start(codes.append)
    loop.stage.said.disconnect()
    loop.stage.said.connect(said.append)
    for number, name in enumerate(SCREENS):
        show(loop, name)
        code = f"{OTHER_CODE}{number}"
        scan(loop, code)
        assert (name, codes[-1:], said) == (name, [code], [])


def show(loop: Loop, name: ScreenName) -> None:
    screen = SCREENS[name](loop.words)
    screen.shown_as = name
    loop.stage.present(screen, every_visit()[name][""])
    QCoreApplication.processEvents()  # the focus finds its place
