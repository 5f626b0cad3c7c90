"""What is told of something that was scanned: over the head of any page, until the next act."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.visit import Visit
from kiosk.visit.told import Told
from kiosk.words.scanning import say_remark
from kiosk.words.words import Words


class RemarkNote(Explained):
    """It moves nothing on the page; a touch or a key takes it away, and does what it does."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._told: Told | None = None
        self._is_read = True

    @property
    def is_wanted(self) -> bool:
        return self._told is not None and not self._is_read

    def display(self, visit: Visit) -> None:
        is_new = visit.told != self._told
        self._told = visit.told
        if is_new:
            self._is_read = False
        if self._told is None or self._is_read:
            self.explain(None)
            return
        said = say_remark(self._words, self._told.remark)
        self.explain(said, Tone.HINT, "scan")
        self._texts.invalidate()  # measured at once, before Qt comes to it by itself
        self._page.invalidate()
        if is_new:  # who can't see it hears it
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        self._is_read = True
        self.hide()
