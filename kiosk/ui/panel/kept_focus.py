"""Where the keyboard stood before something was laid over the page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class KeptFocus(QObject):
    """Keeps one place at a time, and forgets it when what stood there is gone."""

    _kept: QWidget | None = None

    def keep(self, focused: QWidget | None) -> None:
        self._forget()
        self._kept = focused
        if focused is not None:
            focused.destroyed.connect(self._forget)

    def give_back(self) -> None:
        kept = self._kept
        self._forget()
        if kept is not None:
            kept.setFocus()

    def _forget(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None and self.sender() is not kept:
            kept.destroyed.disconnect(self._forget)
