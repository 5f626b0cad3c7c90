"""How the waiting time was counted, laid over the page that tells it."""

from PySide6.QtWidgets import QWidget

from kiosk.domain.waiting import Waiting
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.paged import Paged
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.text import Label
from kiosk.words.waiting import how_counted, how_long
from kiosk.words.words import Words


class CountingSheet(Sheet):
    """The range once more, and below it the method, a sentence a line."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._told: tuple[str, ...] = ()
        self.head = PageHead()
        self.lines = Paged(words)
        self.body.addWidget(self.head)
        self.body.addWidget(self.lines, 1)

    def show_waiting(self, waiting: Waiting | None) -> None:
        """None closes it: there is nothing to tell."""
        words = self._words
        self.close_key.show_text(words("Close"))
        if waiting is None:
            self.close_sheet()
            return
        self.head.show_head(words("How we count"), how_long(words, waiting))
        told = how_counted(words, waiting)
        if told != self._told:
            self._told = told
            self.lines.show_rows([_line(text) for text in told])


def _line(text: str) -> Label:
    line = Label()
    line.show_text(text)
    return line
