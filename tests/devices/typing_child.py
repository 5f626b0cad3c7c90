"""A window with a field for typing and a scanner in the same keyboard; a program of its own.

Told by lines on standard input, it tells what happens by lines of JSON on standard output.
"""

import json
import os
import sys
import time

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kiosk.hardware.barcode_scanner.qt_wedge import QtBarcodeScanner
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings

BUSY_S = 0.5  # longer than two gaps
REST_MS = 10


class TypingWindow(QWidget):
    """Told: start, stop, health, empty, busy, idle, end."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        rows = QVBoxLayout(self)
        rows.addWidget(self.field)
        self.scanner = QtBarcodeScanner(ScannerSettings(gap_ms=int(sys.argv[1])))
        self.field.textChanged.connect(lambda text: tell("typed", text))
        self.field.returnPressed.connect(lambda: tell("entered", self.field.text()))
        self.work = QTimer(self, interval=REST_MS)
        self.work.timeout.connect(lambda: time.sleep(BUSY_S))
        self.ears = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self.ears.activated.connect(self.hear)

    def hear(self) -> None:
        for word in os.read(sys.stdin.fileno(), 4096).decode().split():
            self.obey(word)

    def obey(self, word: str) -> None:
        if word == "start":
            self.scanner.start(lambda code: tell("code", code))
        elif word == "stop":
            self.scanner.stop()
        elif word == "empty":
            self.field.clear()
        elif word == "busy":
            self.work.start()
        elif word == "idle":
            self.work.stop()
        elif word == "end":
            QApplication.quit()
        tell("done", f"{word} {self.scanner.health().condition}")


def tell(what: str, text: str) -> None:
    sys.stdout.write(json.dumps({what: text}) + "\n")
    sys.stdout.flush()


def main() -> None:
    application = QApplication(sys.argv)
    window = TypingWindow()
    window.resize(400, 200)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    application.focusWindowChanged.connect(lambda _window: tell("done", "focus"))
    if application.focusWindow() is not None:
        tell("done", "focus")
    application.exec()


if __name__ == "__main__":
    main()
