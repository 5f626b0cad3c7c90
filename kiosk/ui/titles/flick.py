"""A finger that is drawn up or down over a list turns its pages, and touches no row."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

_LEAST_PX = 60  # 15 mm: a touch that slips is no flick


class Flick(QObject):
    """Watches buttons; a press that is drawn far enough is theirs no more."""

    flicked = Signal(int)  # 1 for the next page (drawn upward), -1 for the one before

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._began: float | None = None
        self._is_drawn = False

    def watch(self, button: QAbstractButton) -> None:
        button.installEventFilter(self)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not isinstance(button, QAbstractButton):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._began, self._is_drawn = event.globalPosition().y(), False
            case QEvent.Type.MouseMove if self._began is not None:
                return self._draw(button, event.globalPosition().y() - self._began)
            case QEvent.Type.MouseButtonRelease if self._began is not None:
                return self._let_go(event.globalPosition().y() - self._began)
        return False

    def _draw(self, button: QAbstractButton, way: float) -> bool:
        if abs(way) >= _LEAST_PX:
            self._is_drawn = True
            button.setDown(False)
        return self._is_drawn

    def _let_go(self, way: float) -> bool:
        """A finger that came back to where it began has changed its mind."""
        was_drawn, self._began = self._is_drawn, None
        if was_drawn and abs(way) >= _LEAST_PX:
            self.flicked.emit(1 if way < 0 else -1)
        return was_drawn
