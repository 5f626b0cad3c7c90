"""All ways to narrow and to sort an answer, on a page of their own."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Found, Order, Query
from kiosk.events import SearchAsked
from kiosk.ui.look.style import Style
from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Button
from kiosk.ui.titles.facet_key import facet_key
from kiosk.words.searching import order_name
from kiosk.words.words import Words


class Narrowing(Paged):
    """A key for every facet and order; what has no room stands on the next page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.keys: list[QWidget] = []

    def show_found(self, found: Found, *, has_facets: bool, has_orders: bool) -> None:
        """Either kind alone, or the facets first."""
        query, words = found.query, self._words
        facets = found.facets if has_facets else ()
        self.keys = [facet_key(words, query, facet, found.branches) for facet in facets]
        if has_orders:
            self.keys += [self._order_key(query, order) for order in Order]
        self.show_rows(self.keys)

    def _order_key(self, query: Query, order: Order) -> Button:
        key = Button(
            has_tick=True, icon="sort", says=SearchAsked(replace(query.at(0), order=order))
        )
        key.show_text(order_name(self._words, order))
        key.select(order is query.order)
        return key

    def arrange(self, style: Style) -> None:
        self.columns = 2 if style.is_portrait or style.look.size is TextSize.LARGEST else 3
        self.least_row = int(style.component("facet"))
        super().arrange(style)
