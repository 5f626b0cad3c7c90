"""How the waiting time was counted, laid over the page that tells it."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.waiting import Waiting
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.text import Label
from kiosk.words.waiting import how_counted, how_long
from kiosk.words.words import Words

_MOST_LINES = 7


class CountingSheet(Sheet):
    """The range once more, and below it the method, a sentence a line."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = PageHead()
        self.range = Label("name", bold=True)
        self.lines = tuple(Label() for _ in range(_MOST_LINES))
        self.body.addWidget(self.head)
        for part in (self.range, *self.lines):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_waiting(self, waiting: Waiting | None) -> None:
        """None closes it: there is nothing to tell."""
        self.close_key.show_text(self._words("Close"))
        self.head.show_head(self._words("How we count"))
        if waiting is None:
            self.close_sheet()
            return
        self.range.show_text(how_long(self._words, waiting))
        told = how_counted(self._words, waiting)
        for label, text in zip(self.lines, (*told, *("",) * _MOST_LINES), strict=False):
            label.show_text(text)
            label.setVisible(bool(text))
        if self.has_style:
            self.arrange(self.style_now)

    def arrange(self, style: Style) -> None:
        super().arrange(style)
        self.body.setSpacing(style.space(1 if style.is_large else 3))
        self.head.setVisible(True)
        make_room(self, self.head)
