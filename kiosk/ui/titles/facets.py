"""Ways to narrow an answer: keys in groups, each with what would be left."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.searching import FacetCount, Query
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.facet_key import facet_key
from kiosk.words.words import Words

_COLUMNS = 2
_MOST = {"is_on_shelf": 1, "material": 4, "main_class": 4}


class Facets(Part):
    """Says SearchAsked with the query narrowed, or widened again by a second touch."""

    def __init__(
        self, words: Words, *, columns: int = _COLUMNS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._columns = words, columns
        self._query = Query()
        self._facets: tuple[FacetCount, ...] = ()
        self.keys: list[Button] = []
        self._headings: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_facets(self, query: Query, facets: Sequence[FacetCount]) -> None:
        """Groups in the order of the answer; what would give nothing is not in it."""
        self._query, self._facets = query, tuple(facets)
        self._lay()

    def arrange(self, style: Style) -> None:
        self._grid.setHorizontalSpacing(style.least_gap)
        self._grid.setVerticalSpacing(style.least_gap)
        self._lay()

    def _lay(self) -> None:
        for part in (*self.keys, *self._headings):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.keys, self._headings = [], []
        row = 0
        for field, group in groupby(self._facets, key=lambda facet: facet.field):
            row = self._lay_group(row, field, list(group)[: _MOST[field]])
        self._grid.setRowStretch(row, 1)

    def _lay_group(self, row: int, field: str, group: Sequence[FacetCount]) -> int:
        """Short names stand in two columns; gives the next free row."""
        heading = Label("cap", "ink2", bold=True)
        heading.show_text(self._heading(field))
        self._headings.append(heading)
        self._grid.addWidget(heading, row, 0, 1, self._columns)
        width = 1 if field == "material" else self._columns
        for at, facet in enumerate(group):
            key = self._key(facet)
            line, column = divmod(at * width, self._columns)
            self._grid.addWidget(key, row + 1 + line, column, 1, width)
        return row + 1 + (len(group) * width + self._columns - 1) // self._columns

    def _key(self, facet: FacetCount) -> Button:
        key = facet_key(self._words, self._query, facet)
        self.keys.append(key)
        return key

    def _heading(self, field: str) -> str:
        headings: dict[str, Callable[[], str]] = {
            "is_on_shelf": lambda: self._words("Need it today?"),
            "material": lambda: self._words("Form"),
            "main_class": lambda: self._words("Subject area"),
        }
        return headings[field]()
