"""What is said where nothing was found: where there is something, and what else can be done."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.conditions import Condition, conditions_of
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Found, Query, Scope, Without
from kiosk.events import AdvancedOpened, SearchAsked, SearchOpened
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import Drawn
from kiosk.ui.text import Button, Kind, Label
from kiosk.ui.titles.facet_key import widened
from kiosk.words.names import name_of
from kiosk.words.searching import condition_said, conditions_said
from kiosk.words.words import Words

_LEFT = Qt.AlignmentFlag.AlignLeft
_MOST_WITHOUT = 4


class NothingFound(Part):
    """Names every scope that has some, each with a key to it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.what = Label("title", bold=True)
        self.keys = {scope: Button(icon="search", role="lead") for scope in Scope}
        self.all_forms = Button(icon="filter", role="lead")
        self.without = [Button(icon="x", role="name") for _ in range(_MOST_WITHOUT)]
        self.then = Label("body", ink="ink2")
        self.other_words = Button(says=SearchOpened(), kind=Kind.PRIMARY, icon="search")
        self._cat = Drawn("cat", 130)
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._column.addStretch(1)
        self._column.addWidget(self._cat)
        keys = (*self.keys.values(), self.all_forms)
        for part in (self.what, *keys, self.then):
            self._column.addWidget(part, 0, _LEFT if isinstance(part, Button) else _NOTHING)
        self._column.addStretch(2)
        self._column.addWidget(self.other_words)
        self._column.insertLayout(self._column.indexOf(self.all_forms), self._grid)

    def show_found(self, found: Found) -> None:
        words, query = self._words, found.query
        self.what.show_text(_what(words, found))
        self._show_scopes(found)
        self._show_without(found)
        is_narrowed = widened(query) != query.at(0) and not found.without
        self.all_forms.setVisible(is_narrowed)
        self.all_forms.says = SearchAsked(widened(query))
        self.all_forms.show_text(words("Search without narrowing"))
        self.then.show_text(
            words(
                "Fewer letters or another word may help. "
                "The staff at the counter are glad to search with you."
            )
        )
        is_plain = bool(query.text.strip()) and not query.terms
        self.other_words.says = SearchOpened() if is_plain else AdvancedOpened()
        other = words("Search with other words") if is_plain else words("Change the conditions")
        self.other_words.show_text(other)

    def _show_without(self, found: Found) -> None:
        """Which condition stands in the way: what would be found without each."""
        wanted = {each.query: each for each in found.without}
        ways = [
            (condition, wanted[condition.rest])
            for condition in conditions_of(found.query)
            if condition.rest in wanted
        ]
        for key in self.without:
            key.says = None
            key.hide()
        for key, (condition, way) in zip(self.without, ways, strict=False):
            key.show()
            key.show_text(self._drop(found, condition, way))
            key.says = SearchAsked(way.query)

    def _drop(self, found: Found, condition: Condition, way: Without) -> str:
        said = condition_said(self._words, found.query, condition, found.branches)
        return self._words.count(
            "Without %(condition)s: %(num)d title",
            "Without %(condition)s: %(num)d titles",
            way.count,
            condition=said,
        )

    @property
    def may_go(self) -> tuple[QWidget, ...]:
        """What gives way on a full page, the first to go first."""
        shown = [key for key in self.without if key.says is not None]
        has_cat = self.has_style and self.style_now.look.size < TextSize.LARGER
        cat = (self._cat,) if has_cat else ()
        return (*cat, self.then, *reversed(shown[1:]))

    def _show_scopes(self, found: Found) -> None:
        for scope, key in self.keys.items():
            count = found.counts.of(scope)
            key.setVisible(count > 0 and scope is not found.query.scope)
            name = name_of(self._words, scope)
            key.show_text(
                self._words.count(
                    "%(scope)s: %(num)d title", "%(scope)s: %(num)d titles", count, scope=name
                )
            )
            key.says = SearchAsked(in_scope(found.query, scope))

    def arrange(self, style: Style) -> None:
        side = style.space(5)
        self._column.setContentsMargins(side, 0, side, style.gap)
        self._column.setSpacing(style.space(4))
        self._grid.setSpacing(style.gap)
        right = _NOTHING if style.is_portrait else Qt.AlignmentFlag.AlignRight
        self._column.setAlignment(self.other_words, right)  # in portrait as wide as the page
        columns = 1 if style.is_portrait else 2
        for key in self.without:
            self._grid.removeWidget(key)
        for at, key in enumerate(self.without):
            self._grid.addWidget(key, at // columns, at % columns)
        self._cat.setVisible(style.look.size < TextSize.LARGER)


_NOTHING = Qt.AlignmentFlag(0)


def in_scope(query: Query, scope: Scope) -> Query:
    """The same search in another part of the stock, from the first page."""
    return replace(query.at(0), scope=scope)


def _what(words: Words, found: Found) -> str:
    query = found.query
    if query.text.strip() and not query.terms:
        return words("Nothing was found for “%(text)s”.", text=as_catalogued(query.text))
    if len(conditions_of(query)) > 1:
        return words("Nothing meets all of the conditions.")
    said = conditions_said(words, query, found.branches)
    return words("Nothing was found for “%(text)s”.", text=said)
