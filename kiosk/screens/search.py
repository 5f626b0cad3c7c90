"""The search: the field, the board of the fifty sounds, and what may be meant."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.devices import Device
from kiosk.domain.searching import Query, Scope, Suggestion, Suggestions
from kiosk.events import AdvancedOpened, QueryTyped, SearchAsked, TitleChosen
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.explained import Explained
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.scope_keys import ScopeKeys
from kiosk.ui.typing.board import Board
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.suggestion_list import SuggestionList
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.words import Words

_BESIDE = Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignTop
_LIST_WIDTH = 596
_SMALLEST_KEY = 84


class SearchScreen(Screen):
    """Tells every key at once. Suggestions for another text than the typed one are not shown."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._scope = Scope.ALL
        self._shown: Suggestions | None = None
        self._is_told = False
        self.trouble = Explained()
        self.field = Field("search")
        self.scopes = ScopeKeys(words)
        self.where = Label("label", ink="ink2")
        self.suggestions = SuggestionList(words)
        self.how = Label("body", ink="ink2")
        self.advanced = Button(says=AdvancedOpened(), icon="filter")
        self.board = Board(words)
        self.field.show_state(FieldState.ACTIVE)
        self.board.typed.connect(self._type)
        self.board.search_asked.connect(self._ask)
        self.suggestions.search_asked.connect(self._ask)
        self.suggestions.chosen.connect(self._choose)
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        self._page = QVBoxLayout(self)
        self._head, self._body = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scope_line, self._offers = QHBoxLayout(), QVBoxLayout()
        self._list = Part(parent=self)
        self._column = column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trouble)
        column.addWidget(self.how)
        column.addWidget(self.suggestions, 1)
        column.addStretch()
        self._head.addWidget(self.field, 1)
        self._scope_line.addWidget(self.where, 1)
        self._page.addLayout(self._head)
        self._page.addLayout(self._body, 1)
        self._body.addWidget(self._list, 1)
        self._body.addLayout(self._scope_line)
        self._body.addWidget(self.board, 0, _TOP)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        above = style.space(3) if is_tall else style.space(1)
        self._page.setContentsMargins(style.margin, above, style.margin, above)
        self._page.setSpacing(style.space(3))
        self._head.setSpacing(style.space(5))
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.TopToBottom if is_tall else direction.LeftToRight)
        self._body.setSpacing(style.space(3) if is_tall else style.space(6))
        self._column.setSpacing(style.gap)
        self._list.setMinimumWidth(0 if is_tall else _LIST_WIDTH)
        for line in (self._head, self._scope_line):
            line.removeWidget(self.scopes)
        (self._scope_line if is_tall else self._head).addWidget(self.scopes, 0, _BESIDE)
        for place in (self._head, self._column):
            place.removeWidget(self.advanced)
        if is_tall:
            self._head.addWidget(self.advanced, 0, _BESIDE)
        else:
            self._column.addWidget(self.advanced, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit_board(style)

    def _fit_board(self, style: Style) -> None:
        """As high as its keys like to be, or as the room below the field allows."""
        room = self.height() - 2 * style.space(3) - style.space(1) - self.field.maximumHeight()
        gap = style.least_gap
        least = 7 * (_SMALLEST_KEY + gap) - gap
        self.board.setFixedHeight(max(least, min(self.board.sizeHint().height(), room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.has_style:
            self._fit_board(self.style_now)
            self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where letters are large, advice goes first, then suggestions beside an explanation."""
        is_empty = not self.board.text.strip()
        self.how.setVisible(is_empty)
        self.suggestions.setVisible(not is_empty)
        wanted = self.how if is_empty else self.suggestions
        if self.scopes.has_style:
            self._fit_where(self.style_now)
        if self.has_style and (is_empty or self.trouble.isVisible()):
            make_room(self, wanted)

    def _fit_where(self, style: Style) -> None:
        """The name of the line of scopes stands only where the keys leave room for it."""
        parts = (self.where, self.scopes)
        needed = sum(part.minimumSizeHint().width() for part in parts) + style.gap
        has_room = needed <= self.width() - 2 * style.margin
        self.where.setVisible(style.is_portrait and not style.is_large and has_room)

    # ---- saying
    def _type(self, text: str) -> None:
        self.field.show_text(text)
        self._show_waiting(text)
        self.say(QueryTyped(text))

    def _ask(self) -> None:
        if self.board.text.strip():
            self.say(SearchAsked(Query(self.board.text, self._scope)))

    def _choose(self, offer: Suggestion) -> None:
        if offer.title is not None:
            self.say(TitleChosen(offer.title))
        else:
            self.say(SearchAsked(Query(offer.text, self._scope)))

    # ---- being told
    def display(self, visit: Visit) -> None:
        words, search = self.words, visit.search
        if not self._is_told:
            self._is_told = True
            self.board.show_text(search.query.text)
            self.field.show_text(search.query.text)
        self._scope = search.query.scope
        self.trouble.explain(explain(words, visit.trouble) if visit.trouble else None)
        self.field.show_placeholder(words("Title, writer or any word"))
        self.advanced.show_text(words("Detailed search"))
        self._show_hint(visit)
        self.where.show_text(words("Where to search"))
        self.how.show_text(
            words(
                "Kana is enough: titles in kanji are found, too.\n"
                "A writer's name or any other word will do as well."
            )
        )
        if search.suggestions.text == self.board.text:
            self._show_answer(search.suggestions)
        else:
            self._show_waiting(self.board.text)

    def _show_hint(self, visit: Visit) -> None:
        if visit.premises.works(Device.SCANNER):
            self.field.show_hint(self.words("You can scan a book, too"), "scan")
        else:
            self.field.show_hint("")

    def _show_answer(self, suggestions: Suggestions) -> None:
        self._shown = suggestions
        has_text = bool(suggestions.text.strip())
        counts = suggestions.counts if has_text else None
        self.scopes.show_scope(self._scope, counts)
        self.suggestions.show_suggestions(suggestions, self._scope)
        self.board.show_count(counts.of(self._scope) if counts else None)
        self._open_search(suggestions.text)

    def _show_waiting(self, text: str) -> None:
        """Nobody counted yet: what was offered stays where it is, under the new text."""
        offered = self._shown.offers if self._shown and text.strip() else ()
        counts = self._shown.counts if self._shown and offered else None
        self.scopes.show_scope(self._scope, counts)
        self.suggestions.show_suggestions(Suggestions(text, offered), self._scope, is_counted=False)
        self.board.show_count(None)
        self._open_search(text)

    def _open_search(self, text: str) -> None:
        reason = "" if text.strip() else self.words("Type a word first")
        self._make_room()
        self.board.close_search(reason)
