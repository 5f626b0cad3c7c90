"""The makes of scanner that one suite runs on, each with a hand to hold codes before it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, Self

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Condition, Health
from kiosk.hardware.barcode_scanner.qt_wedge import QtBarcodeScanner
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.hardware.barcode_scanner.serial_line import SerialBarcodeScanner
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.ports import BarcodeScanner
from tests.devices.codes_heard import CodesHeard
from tests.devices.pty_scanner import PtyScanner

PATIENCE_MS = 20_000
LONG_GAP_MS = 200  # the machine that tests may have other things to do between two keys
LOOK_EVERY_MS = 5
KEYS_OF_SIGNS = {
    "\r": Qt.Key.Key_Return,
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "\b": Qt.Key.Key_Backspace,
    "\x1b": Qt.Key.Key_Escape,
}


def char(sign: str) -> Any:
    """What QTest takes for a key by its sign; its types know no such thing."""
    return sign


def wait_until(holds: Callable[[], bool]) -> None:
    """For what no event tells; far longer than it takes."""
    end = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        assert not end.hasExpired(), "it never came to be"
        QTest.qSleep(LOOK_EVERY_MS)


class ScannerDesk(Protocol):
    """A scanner, and a hand."""

    scanner: BarcodeScanner
    heard: CodesHeard

    def scan(self, text: str) -> None: ...

    def close(self) -> None: ...


class SimulatedDesk(ScannerDesk):
    def __init__(self) -> None:
        self.scanner: SimulatedBarcodeScanner = SimulatedBarcodeScanner()
        self.heard = CodesHeard()

    def scan(self, text: str) -> None:
        self.scanner.scan(text)

    def close(self) -> None:
        self.scanner.stop()


class SerialDesk(ScannerDesk):
    """A cable at a path of its own, unless the settings name another."""

    def __init__(self, folder: Path, settings: ScannerSettings | None = None) -> None:
        self.cable = PtyScanner(folder / "scanner")
        self.cable.plug_in()
        said = settings or ScannerSettings()
        self.settings = replace(said, device=said.device or str(self.cable.path))
        self.scanner = SerialBarcodeScanner(self.settings)
        self.heard = CodesHeard()

    @classmethod
    def before(cls, cable: PtyScanner, scanner: SerialBarcodeScanner) -> Self:
        """Another program before the same cable."""
        desk = cls.__new__(cls)
        desk.cable, desk.scanner, desk.heard = cable, scanner, CodesHeard()
        return desk

    def scan(self, text: str) -> None:
        """What is sent before the port is open is lost, as it is with a real one."""
        self.until(Condition.READY)
        self.cable.send(f"{text}\r\n".encode())

    def until(self, condition: Condition) -> Health:
        wait_until(lambda: self.scanner.health().condition is condition)
        return self.scanner.health()

    def close(self) -> None:
        self.scanner.stop()
        self.cable.pull_out()


class WedgeDesk(ScannerDesk):
    """A window with a field for typing; keys come to the window as from a keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.field = QLineEdit()
        self.key = QPushButton("key")
        rows = QVBoxLayout(self.window)
        rows.addWidget(self.field)
        rows.addWidget(self.key)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus, timeout=PATIENCE_MS)
        self.scanner = QtBarcodeScanner(ScannerSettings(gap_ms=LONG_GAP_MS))
        self.heard = CodesHeard(self._turn_until)

    def scan(self, text: str) -> None:
        self.press(text)
        self.press_key(Qt.Key.Key_Return)

    def press(self, text: str) -> None:
        """As fast as a scanner, without a pause."""
        for sign in text:
            if sign.isprintable():
                QTest.keyClick(self.window.windowHandle(), char(sign))
            elif sign in KEYS_OF_SIGNS:
                self.press_key(KEYS_OF_SIGNS[sign])
            else:  # as scanners type what has no key
                key = Qt.Key(ord(sign) % 0x20 + 0x40)
                self.press_key(key, Qt.KeyboardModifier.ControlModifier)

    def press_key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        modifiers = held or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def until_typed(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.field.text() == text, timeout=PATIENCE_MS)

    def close(self) -> None:
        self.scanner.stop()
        self.window.close()
        self.window.deleteLater()

    def _turn_until(self, holds: Callable[[], bool], limit_s: float) -> bool:
        end = QDeadlineTimer(int(limit_s * 1000))
        while not holds() and not end.hasExpired():
            QTest.qWait(LOOK_EVERY_MS)
        return holds()
