"""What a patron sees while the library is asked, if it takes longer than a moment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.look.style import Style
from kiosk.ui.parts.drawn import Drawn
from kiosk.ui.screen import Screen
from kiosk.ui.text import Label
from kiosk.visit import Visit
from kiosk.words.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class WaitScreen(Screen):
    """One sentence and a cat that waits too; nothing moves."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("display", literary=True, align=_MIDDLE)
        self.soon = Label("body", ink="ink2", align=_MIDDLE)
        self._page = QVBoxLayout(self)
        self._page.addStretch(1)
        self._page.addWidget(Drawn("cat", 170), 0, _MIDDLE)
        self._page.addWidget(self.heading)
        self._page.addWidget(self.soon)
        self._page.addStretch(2)

    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.gap, style.margin, style.gap)
        self._page.setSpacing(style.space(5))

    def display(self, _visit: Visit) -> None:
        self.heading.show_text(self.words("Looking it up"))
        self.soon.show_text(self.words("One moment, please."))
