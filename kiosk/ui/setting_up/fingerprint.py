"""The fingerprint of an authority, line by line, each ticked by who has compared it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button

_LINES, _BYTES = 4, 8  # of 32 bytes
_HIGH = 120  # px


class Fingerprint(Part):
    """Four keys: to tick them all is a deed that nobody does by mistake."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.lines = tuple(Button(role="name", has_tick=True) for _ in range(_LINES))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for line in self.lines:
            self._column.addWidget(line, 1)
            line.select(is_on=False)
            line.clicked.connect(partial(self._tick, line))

    @property
    def is_compared(self) -> bool:
        return all(line.is_on for line in self.lines)

    def show_fingerprint(self, fingerprint: str) -> None:
        """Another one than before is to be compared anew."""
        if fingerprint == self._shown:
            return
        self._shown = fingerprint
        signs = fingerprint.split(":")
        for at, line in enumerate(self.lines):
            line.show_text("  ".join(signs[at * _BYTES : (at + 1) * _BYTES]))
            line.select(is_on=False)

    def _tick(self, line: Button) -> None:
        line.select(is_on=not line.is_on)
        self.ticked.emit()

    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.gap)
        role = "label" if style.is_large else "name"
        for line in self.lines:
            line.role = role
            line.setFixedHeight(style.least_target if style.is_large else _HIGH)
