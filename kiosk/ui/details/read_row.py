"""One line of a reading history: what was read, and from when to when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.circulation import Read
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.style import Style
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.words.dates import short_day
from kiosk.words.words import Words


class ReadRow(Surface):
    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.title, self.days = Label("name", bold=True), Label("label", ink="ink2")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.days)

    def show_read(self, read: Read, number: int, *, hides_title: bool) -> None:
        """number: its place in the list, from 1: what stands for a hidden title."""
        words = self._words
        hidden = words("Item %(num)d", num=number)
        self.title.show_text(hidden if hides_title else as_catalogued(read.title_name))
        days = words(
            "%(lent)s to %(returned)s",
            lent=short_day(words, read.lent_on),
            returned=short_day(words, read.returned_on),
        )
        creator = "" if hides_title else as_catalogued(read.creator)
        self.days.show_text("　".join(filter(None, (creator, days))))
        self.setAccessibleName(f"{self.title.text()} {self.days.text()}")

    def arrange(self, style: Style) -> None:
        side, above = style.space(4), style.space(1)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(style.space(0))
