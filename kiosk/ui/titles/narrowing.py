"""All ways to narrow an answer, on a page of their own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import FacetCount, Query
from kiosk.ui.look.style import Style
from kiosk.ui.parts.paged import Paged
from kiosk.ui.titles.facet_key import facet_key
from kiosk.words.words import Words


class Narrowing(Paged):
    """A key for every facet; what has no room stands on the next page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.keys: list[QWidget] = []

    def show_facets(self, query: Query, facets: Sequence[FacetCount]) -> None:
        self.keys = [facet_key(self._words, query, facet) for facet in facets]
        self.show_rows(self.keys)

    def arrange(self, style: Style) -> None:
        self.columns = 2 if style.is_portrait or style.look.size is TextSize.LARGEST else 3
        self.least_row = int(style.component("facet"))
        super().arrange(style)
