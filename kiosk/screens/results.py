"""What was found: titles on pages, the scopes with their counts, and ways to narrow."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.conditions import conditions_of
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import FacetCount, Found, Query, Scope
from kiosk.events import Event, ListOpened, SearchAsked
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.explained import Explained
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.facet_key import facet_key, widened
from kiosk.ui.titles.facets import Facets
from kiosk.ui.titles.narrowing import Narrowing
from kiosk.ui.titles.nothing_found import NothingFound, in_scope
from kiosk.ui.titles.query_key import QueryKey
from kiosk.ui.titles.scope_keys import ScopeKeys
from kiosk.ui.titles.title_list import TitleList
from kiosk.visit import Visit
from kiosk.visit.listed import Listed
from kiosk.words.errors import explain
from kiosk.words.searching import conditions_said, order_name
from kiosk.words.words import Words

_FACETS_WIDTH = 342
_CLASSES_BESIDE_LIST = 3
_MOST_LINES, _MOST_LINES_UPRIGHT = 1, 2
_BESIDE_LIST = ("is_on_shelf", "material", "main_class")
_BESIDE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _BESIDE
_RIGHT = Qt.AlignmentFlag.AlignRight | _BESIDE


class ResultsScreen(Screen):
    """Says SearchAsked with the whole query as it shall be, on pages as long as its list."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._found = Found()
        self._asked: Query | None = None
        self._is_waiting = False  # for a page that was asked for
        self._is_narrowing = self._is_sorting = False
        self._has_listed = False  # whether something is on the patron's list
        self.query = QueryKey()
        self.order = Button(icon="sort")
        self.total = Label("title", bold=True)
        self.conditions = Label("label", ink="ink2")
        self.scopes = ScopeKeys(words)
        self.narrow = Button(icon="filter", has_tick=True)
        self.listed = Button(says=ListOpened(), icon="walk")
        self.quick = Part()
        self.trouble = Explained()
        self.facets = Facets(words)
        self.list = TitleList(words)
        self.narrowing = Narrowing(words)
        self.nothing = NothingFound(words)
        self.narrow.clicked.connect(self._open_or_close)
        self.order.clicked.connect(self._open_orders)
        self.list.turned.connect(self._turn)
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._page = QVBoxLayout(self)
        self._head, self._body = QHBoxLayout(), QHBoxLayout()
        self._foot, self._below = QHBoxLayout(), QHBoxLayout()
        self._quick = QHBoxLayout(self.quick)
        self._quick.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.query)
        self._head.addWidget(self.total, 1)
        self._beside = Part(parent=self)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facets)
        column.addStretch(1)
        self._body.addWidget(self._beside)
        for part in (self.list, self.narrowing, self.nothing):
            self._body.addWidget(part, 1)
        for row in (self._head, self._body, self._foot, self._below):
            self._page.addLayout(row, 1 if row is self._body else 0)
        self._below.addWidget(self.quick)
        self._below.addStretch(1)
        self._page.insertWidget(1, self.trouble)
        self._page.insertWidget(1, self.conditions)
        self._beside.setFixedWidth(_FACETS_WIDTH)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        above = style.space(1) if style.is_large else style.gap
        self._page.setContentsMargins(style.margin, above, style.margin, above)
        self._page.setSpacing(style.least_gap if style.is_large else style.space(3))
        self._body.setSpacing(style.space(4))
        self._head.setSpacing(style.gap if style.is_large else style.space(5))
        self._head.setStretch(0, int(is_tall))
        self._head.setStretch(1, int(not is_tall))
        for row in (self._foot, self._below, self._quick):
            row.setSpacing(style.gap)
        self.narrow.icon_name = None if style.look.size is TextSize.LARGEST else "filter"
        for row in (self._head, self._foot, self._below):
            row.removeWidget(self.scopes)
            row.removeWidget(self.narrow)
        self._head.removeWidget(self.order)
        self._head.addWidget(self.order, 0, _RIGHT)
        (self._foot if is_tall else self._head).addWidget(self.scopes, 0, _LEFT)
        (self._below if is_tall else self._head).addWidget(self.narrow, 0, _RIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Facets beside the list where they have room; pages as long as the list."""
        if not self.has_style or not self.isVisible():
            return
        style = self.style_now
        self._fit_conditions(style)
        is_small = style.look.size is TextSize.STANDARD
        can_stand_beside = is_small and not style.is_portrait and self._found.total > 0
        self.quick.setVisible(False)
        self._beside.setVisible(can_stand_beside and not self._is_narrowing)
        self.order.setVisible(can_stand_beside)
        self._fit_head(style)
        if can_stand_beside and not fits(self):
            self._beside.setVisible(False)
        if self.facets.minimumSizeHint().width() > _FACETS_WIDTH:
            self._beside.setVisible(False)
        self.narrow.setVisible(self._found.total > 0)
        if not self._found.total:
            make_room(self, *self.nothing.may_go)
        elif style.is_portrait and not style.is_large and not self._is_narrowing:
            make_room(self, self.quick)
        self._page.activate()
        self._ask_for_whole_pages()

    def _fit_head(self, style: Style) -> None:
        """The order goes first, then the total, which its scope says too; the list goes below."""
        is_tall = style.is_portrait
        self.total.setVisible(is_tall or style.look.size < TextSize.LARGEST)
        self._put_listed(self._below if is_tall else self._head)
        for part in (self.order,) if is_tall else (self.order, self.total):
            if not self._head_fits(style):
                part.setVisible(False)
        if not self._head_fits(style):
            self._put_listed(self._below)

    def _put_listed(self, row: QHBoxLayout) -> None:
        for other in (self._head, self._below):
            other.removeWidget(self.listed)
        row.addWidget(self.listed, 0, _RIGHT)
        self.listed.setVisible(self._has_listed and not self._is_narrowing)

    def _head_fits(self, style: Style) -> bool:
        self._head.invalidate()  # what was hidden a moment ago is still counted
        return self._head.sizeHint().width() <= self.width() - 2 * style.margin

    def _fit_conditions(self, style: Style) -> None:
        """Several conditions in words, where they take no more than a line or two."""
        most = _MOST_LINES_UPRIGHT if style.is_portrait else _MOST_LINES
        high = self.conditions.heightForWidth(self.width() - 2 * style.margin)
        is_short = high <= most * style.line("label")
        self.conditions.setVisible(bool(self.conditions.text()) and is_short)

    def _ask_for_whole_pages(self) -> None:
        """Once for an answer that was cut for another list than this one."""
        asked, rows = self._found.query, self.list.rows_that_fit()
        wanted = replace(asked, first=asked.first // rows * rows, limit=rows)
        if wanted == asked:
            self._asked = None
        elif self._found.total and not self._is_narrowing and wanted != self._asked:
            self._asked = wanted
            self.say(SearchAsked(wanted))

    # ---- what stays on the page
    def _open_or_close(self) -> None:
        self._is_narrowing, self._is_sorting = not self._is_narrowing, False
        self._show_ways()

    def _open_orders(self) -> None:
        self._is_narrowing = self._is_sorting = True
        self._show_ways()

    def _show_ways(self) -> None:
        is_all = not self._is_sorting
        self.narrowing.show_found(self._found, has_facets=is_all, has_orders=True)
        self._show_body()
        self._settle()

    def _turn(self, by: int) -> None:
        """A held key waits for the page that it asked for last; mostly it is at hand."""
        if self._is_waiting:
            return
        query = self._found.query
        first = max(0, query.first + by * query.limit)
        self.say(SearchAsked(query.at(first)))

    def say(self, event: Event) -> None:
        """Whatever was chosen on the page of facets leads back to the list."""
        if isinstance(event, SearchAsked) and self._is_narrowing:
            self._open_or_close()
        super().say(event)

    # ---- being told
    def display(self, visit: Visit) -> None:
        found = visit.search.found
        assert found is not None, "the chart shows results only once found"
        words, self._found = self.words, found
        self._is_waiting = visit.search.query != found.query
        self.query.show_found(words, found)
        self.order.show_text(order_name(words, found.query.order))
        self.total.show_text(words.count("%(num)d title", "%(num)d titles", found.total))
        self.trouble.explain(explain(words, visit.trouble) if visit.trouble else None)
        is_counted = len(conditions_of(found.query)) > 1 and bool(found.query.terms)
        said = conditions_said(words, found.query, found.branches) if is_counted else ""
        self.conditions.show_text(said)
        self._show_scopes(found)
        self._show_facets(found)
        self._show_list(found, visit.listed)
        self.nothing.show_found(found)
        self._show_body()
        self._settle()

    def _show_scopes(self, found: Found) -> None:
        says: dict[Scope, Event] = {
            scope: SearchAsked(in_scope(found.query, scope)) for scope in Scope
        }
        self.scopes.show_scope(found.query.scope, found.counts, says)

    def _show_facets(self, found: Found) -> None:
        facets = found.facets
        self.narrow.show_text(self.words("Narrow, sort"))
        self.narrow.select(widened(found.query) != found.query.at(0))
        self.facets.show_facets(found.query, few_of(facets))
        self._show_quick(found)
        is_all = not self._is_sorting
        self.narrowing.show_found(found, has_facets=is_all, has_orders=True)

    def _show_quick(self, found: Found) -> None:
        """In portrait one key of each kind, in reach below the list."""
        for old in self.quick.findChildren(Button):
            self._quick.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        kinds = {facet.field: facet for facet in reversed(found.facets)}
        for field in ("is_on_shelf", "material", "main_class"):
            if field in kinds:
                key = facet_key(self.words, found.query, kinds[field])
                self._quick.addWidget(key)
                key.show()  # at once, so that it is counted when room is made

    def _show_list(self, found: Found, listed: Listed) -> None:
        limit = found.query.limit
        page, pages = found.query.first // limit, -(-found.total // limit)
        self.list.show_titles(found.titles, page, pages, listed)
        self._has_listed = bool(listed.titles)
        self.listed.show_text(self.words("My list"), "", str(len(listed.titles)))

    def _show_body(self) -> None:
        has_some = self._found.total > 0
        self.list.setVisible(has_some and not self._is_narrowing)
        self.narrowing.setVisible(has_some and self._is_narrowing)
        self.nothing.setVisible(not has_some)
        self.narrow.setVisible(has_some)


def few_of(facets: Sequence[FacetCount]) -> tuple[FacetCount, ...]:
    """What stands beside the list; all of it stands behind 「しぼる」."""
    classes = [facet for facet in facets if facet.field == "main_class"][_CLASSES_BESIDE_LIST:]
    few = (facet for facet in facets if facet.field in _BESIDE_LIST)
    return tuple(facet for facet in few if facet not in classes)
