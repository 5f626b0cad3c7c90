"""A keyboard on the desk, heard wherever the focus is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.styled import Part

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_LETTERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class KeyboardPart(Part):
    """A part that listens to the keyboard of its window while it is seen.

    A key that a focused button takes for itself, such as Enter, does not come here.
    """

    lettered = Signal(str)
    erased = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listened: QWidget | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window()
        if window is not self and self._listened is None:
            self._listened = window
            window.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._hear_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.isVisible() and self._hear_key(event)
        return False

    def _hear_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _NOT_LETTERS:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self.erased.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.text() and event.text().isprintable():
            self.lettered.emit(event.text())
        else:
            return False
        return True
