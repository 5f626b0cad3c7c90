"""What can be touched now, and where: a list kept in a file, for trials that touch a real screen.

Written only where a technician asks for it (`--targets FILE`). It names keys as a screen reader
would, so it may hold what a patron sees: never ask for it on a kiosk that patrons use.
"""

import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

EVERY_MS = 50


class TargetList(QObject):
    """Looks at a window again and again, and writes the file anew when something changed."""

    def __init__(self, window: QWidget, file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._written = ""
        self.page = ""
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(EVERY_MS)

    def _look(self) -> None:
        if not self._window.isVisible():
            return
        text = json.dumps(self._seen(), ensure_ascii=False, indent=1)
        if text != self._written:
            part = self._file.with_suffix(".part")
            part.write_text(text, encoding="utf-8")
            part.replace(self._file)
            self._written = text

    def _seen(self) -> dict[str, object]:
        buttons = self._window.findChildren(QAbstractButton)
        targets = [_target(button) for button in buttons if can_be_touched(button)]
        return {"pid": os.getpid(), "page": self.page, "targets": targets}


def can_be_touched(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled() and not button.visibleRegion().isEmpty()


def name_of(button: QAbstractButton) -> str:
    """What stands on the key, as it is read aloud."""
    return button.accessibleName() or button.text()


def _target(button: QAbstractButton) -> dict[str, object]:
    middle = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
    return {"name": name_of(button), "at": [middle.x(), middle.y()]}
