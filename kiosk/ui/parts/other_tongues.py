"""One sentence in the languages that the screen does not speak now, one after the other."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.looks import Language
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Label
from kiosk.words.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MS = 1000


class OtherTongues(Part):
    """Changes only while it is seen; stands still where motion is reduced."""

    def __init__(
        self, words: Words, say: Callable[[Words], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._say = words, say
        self._turn = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._labels = {
            language: Label("body", ink="ink2", align=_RIGHT, language=language)
            for language in words.offered
        }
        for label in self._labels.values():
            column.addWidget(label)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.change)

    def show_others(self) -> None:
        for language, label in self._labels.items():
            label.show_text(self._say(self._words.speaking(language)))
        self._show_one()

    def change(self) -> None:
        self._turn += 1
        self._show_one()

    @property
    def language_now(self) -> Language:
        others = [
            each for each in reversed(self._words.offered) if each is not self._words.language
        ]
        return others[self._turn % len(others)]

    def _show_one(self) -> None:
        now = self.language_now
        for language, label in self._labels.items():
            label.setVisible(language is now)

    # ---- time
    def arrange(self, style: Style) -> None:
        self._timer.setInterval(int(style.tokens["timing_s"]["attract_sentence_change"]) * _MS)
        if style.is_motion_reduced or not self.isVisible():
            self._timer.stop()
        else:
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange(self.style_now)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
