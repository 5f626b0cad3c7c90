"""A patron in the panel's own process: touches, types and scans as somebody at the desk would."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Panel
from kiosk.events import Event
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.hardware.card_reader.simulated import SimulatedCardReader
from kiosk.hardware.card_reader.simulated_cards import PretendCard
from kiosk.wiping.sieve import mirrored

ACTED = "a proof is played with simulated devices"
ANOTHER_PIN = "0000"


class Acting:
    """Knows the canaries mirrored; each exists unmirrored only while it is used."""

    def __init__(self, panel: Panel, my_number: Path, canaries: Mapping[str, str]) -> None:
        self._panel = panel
        self._my_number = my_number
        self._canaries = canaries

    def says(self, event: Event) -> None:
        screen = self._panel.stage.screen_now
        assert screen is not None, "a panel that is played with shows a page"
        screen.say(event)

    def types(self, canary: str) -> None:
        for sign in reversed(self._canaries[canary]):
            self._press(0, sign)
        self._press(Qt.Key.Key_Return, "\r")

    def scans(self, canary: str) -> None:
        scanner = self._panel.desk.scanner
        assert isinstance(scanner, SimulatedBarcodeScanner), ACTED
        scanner.scan(mirrored(self._canaries[canary]))

    def lays_card_down(self, *, knows_pin: bool) -> None:
        pin = mirrored(self._canaries["pin"]) if knows_pin else ANOTHER_PIN
        self._reader.lay_down(PretendCard.load(self._my_number, pin))

    def takes_card_away(self) -> None:
        self._reader.take_away()

    def falls_quiet(self) -> None:
        """Nobody waits a minute: what the idle watch says at its end is said at once."""
        idle = self._panel.stage.idle
        idle.fell_quiet.emit(0)
        idle.ran_out.emit()

    @property
    def _reader(self) -> SimulatedCardReader:
        reader = self._panel.desk.card_reader
        assert isinstance(reader, SimulatedCardReader), ACTED
        return reader

    def _press(self, key: int, sign: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._panel.stage, QKeyEvent(kind, key, none, sign))
