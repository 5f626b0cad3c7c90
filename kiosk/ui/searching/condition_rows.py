"""All conditions of a detailed search as keys: what each asks, or that it asks nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.branches import Branch
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Query
from kiosk.ui.look.style import Style
from kiosk.ui.parts.paged import Paged
from kiosk.ui.searching.rows import Row, row_name, row_value
from kiosk.ui.text import Button
from kiosk.words.words import Words

_LANDSCAPE_COLUMNS = (3, 3, 2, 2)  # at the four text sizes
_PORTRAIT_COLUMNS = (2, 2, 1, 1)


class ConditionRows(Paged):
    """Tells which row was touched; the keys stay where they are."""

    opened = Signal(object)  # a Row

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.keys = {row: Button(role="name") for row in Row}
        for row, key in self.keys.items():
            key.clicked.connect(lambda _=False, row=row: self.opened.emit(row))
        self.show_rows(tuple(self.keys.values()))

    def show_query(self, query: Query, branches: tuple[Branch, ...]) -> None:
        for row, key in self.keys.items():
            value = row_value(self._words, row, query, branches)
            name = row_name(self._words, row)
            key.show_text(name, value or self._words("anything"))
            key.select(bool(value))
        self.lay_out()

    def arrange(self, style: Style) -> None:
        size = style.look.size
        columns = _PORTRAIT_COLUMNS if style.is_portrait else _LANDSCAPE_COLUMNS
        self.columns = columns[size]
        self.least_row = int(style.component("facet")) if size < TextSize.LARGER else 0
        super().arrange(style)
