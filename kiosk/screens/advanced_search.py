"""The detailed search: conditions in rows, each set by itself, and a sentence of them all."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.conditions import conditions_of
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Found, Query, Scope
from kiosk.events import ConditionsChanged, Event, SearchAsked
from kiosk.ui.look.style import Style
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.summary import Summary
from kiosk.ui.screen import Screen
from kiosk.ui.searching.choices import ChoiceKeys
from kiosk.ui.searching.condition_rows import ConditionRows
from kiosk.ui.searching.rows import Row, row_name
from kiosk.ui.searching.typed_condition import TypedCondition
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.scope_keys import ScopeKeys
from kiosk.visit import Search, Visit
from kiosk.words.errors import explain
from kiosk.words.searching import conditions_said
from kiosk.words.words import Words

_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


class AdvancedSearchScreen(Screen):
    """Says ConditionsChanged at every change, with the whole query as it shall be."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._search = Search()
        self._row: Row | None = None  # the one that is being set
        self.name = Label("title", bold=True)
        self.scopes = ScopeKeys(words)
        self.clear = Button(icon="x")
        self.back_to_rows = Button(icon="back")
        self.trouble = Explained()
        self.rows = ConditionRows(words)
        self.choices = ChoiceKeys(words)
        self.typed = TypedCondition(words)
        self.summary = Summary()
        self.rows.opened.connect(self._open)
        self.back_to_rows.clicked.connect(self._close)
        self.typed.changed.connect(lambda query: self.say(ConditionsChanged(query)))
        self.typed.search_asked.connect(self._ask)
        self.typed.closed.connect(self._close)
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._inner = QVBoxLayout()
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.name, 1)
        for key in (self.scopes, self.clear, self.back_to_rows):
            key.setParent(self)  # before any of them is shown: a part is polished once
        self._inner.addLayout(self._head)
        self._inner.addLayout(self._below)
        for part in (self.trouble, self.rows, self.choices, self.typed):
            self._inner.addWidget(part, 0 if part is self.trouble else 1)
        self._page.addLayout(self._inner, 1)
        self._page.addWidget(self.summary)

    def arrange(self, style: Style) -> None:
        above = style.space(1) if style.is_large else style.gap
        self._inner.setContentsMargins(style.margin, above, style.margin, above)
        self._inner.setSpacing(style.least_gap if style.is_large else style.space(3))
        for line in (self._head, self._below):
            line.setSpacing(style.gap)
            for part in (self.scopes, self.clear, self.back_to_rows):
                line.removeWidget(part)
        (self._below if style.is_portrait else self._head).addWidget(self.scopes, 0, _LEFT)
        for key in (self.back_to_rows, self.clear):
            self._head.addWidget(key, 0, _RIGHT)
        self._fit_name(style)

    def _fit_name(self, style: Style) -> None:
        """Where words are largest, the keys need the whole line; what is typed names itself."""
        is_crowded = style.look.size is TextSize.LARGEST and not style.is_portrait
        has_room = self._row is not None or not is_crowded
        self.name.setVisible(has_room and self._typed_row is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def _settle(self) -> None:
        if not self.has_style:
            return
        is_typing = self._typed_row is not None
        self.rows.setVisible(self._row is None)
        self.choices.setVisible(self._row is not None and not is_typing)
        self.typed.setVisible(is_typing)
        self.summary.setVisible(not is_typing)
        self.scopes.setVisible(self._row is None)
        self.clear.setVisible(self._row is None)
        self.back_to_rows.setVisible(self._row is not None and not is_typing)
        self._fit_name(self.style_now)

    # ---- one row
    @property
    def _typed_row(self) -> Row | None:
        row = self._row
        return row if row and (row.field is not None or row is Row.YEARS) else None

    def _open(self, row: Row) -> None:
        self._row = row
        if self._typed_row is not None:
            self.typed.open(row, self._search.query)
        self._show()

    def _close(self) -> None:
        self._row = None
        self._show()

    def say(self, event: Event) -> None:
        """What was chosen is seen among the other conditions at once."""
        is_chosen = isinstance(event, ConditionsChanged) and self._typed_row is None
        if is_chosen and self._row is not None:
            self._row = None
        super().say(event)

    def _ask(self) -> None:
        if conditions_of(self._search.query):
            self.say(SearchAsked(self._asked))

    @property
    def _asked(self) -> Query:
        return replace(self._search.query.at(0), limit=Query().limit)

    # ---- being told
    def display(self, visit: Visit) -> None:
        self._search = visit.search
        self.trouble.explain(explain(self.words, visit.trouble) if visit.trouble else None)
        self._show()

    def _show(self) -> None:
        words, query = self.words, self._search.query
        counted = self._counted()
        name = row_name(words, self._row) if self._row else words("Detailed search")
        self.name.show_text(name)
        self.clear.show_text(words("Clear all"))
        self.clear.says = ConditionsChanged(Query(scope=query.scope))
        self.clear.turn_on() if conditions_of(query) else self.clear.turn_off()
        self.back_to_rows.show_text(words("Other conditions"))
        self._show_scopes(query, counted)
        self.rows.show_query(query, self._search.choices.branches)
        if self._typed_row is not None:
            count = counted.total if counted else None
            self.typed.show_query(query, self._sentence(), count)
            self.typed.board.close_search(self._why_closed())
        elif self._row is not None:
            self.choices.show_row(self._row, query, self._search.choices)
        self._show_summary(counted)
        self._settle()

    def _counted(self) -> Found | None:
        """The count, if it is of these conditions."""
        counted = self._search.counted
        same = counted is not None and replace(
            counted.query, limit=0, order=self._search.query.order
        ) == replace(self._search.query.at(0), limit=0)
        return counted if same else None

    def _show_scopes(self, query: Query, counted: Found | None) -> None:
        says: dict[Scope, Event] = {
            scope: ConditionsChanged(replace(query.at(0), scope=scope)) for scope in Scope
        }
        self.scopes.show_scope(query.scope, counted.counts if counted else None, says)

    def _sentence(self) -> str:
        said = conditions_said(self.words, self._search.query, self._search.choices.branches)
        if not said:
            return self.words("Touch a row to say what you are looking for.")
        return self.words("Looking for: %(conditions)s", conditions=said)

    def _why_closed(self) -> str:
        return "" if conditions_of(self._search.query) else self.words("Type a word first")

    def _show_summary(self, counted: Found | None) -> None:
        words = self.words
        is_large = self.has_style and self.style_now.is_large
        total = counted.total if counted else 0
        said = str(total) if is_large else words.count("%(num)d title", "%(num)d titles", total)
        is_ready = bool(conditions_of(self._search.query))
        self.summary.button.says = SearchAsked(self._asked)
        self.summary.show_summary(self._sentence(), "", words("Search"), is_ready=is_ready)
        if is_ready:
            self.summary.button.show_text(words("Search"), count=said if counted else "")
