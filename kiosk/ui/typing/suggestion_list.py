"""What may be meant, while it is being typed: rows that are replaced, never moved."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.looks import Language
from kiosk.domain.searching import Scope, Suggestion, SuggestionKind, Suggestions
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.typing.suggestion_row import SuggestionRow, suggestion_height
from kiosk.words.names import name_of
from kiosk.words.words import Words

MOST = 7  # rows, with the first
_ICONS = {
    SuggestionKind.TITLE: "book",
    SuggestionKind.CREATOR: "person",
    SuggestionKind.SUBJECT: "tag",
    SuggestionKind.SERIES: "series",
}


class SuggestionList(Part):
    """The first row asks for everything; each other tells which suggestion was touched."""

    search_asked = Signal()
    chosen = Signal(object)  # the Suggestion that was touched

    def __init__(self, words: Words, most: int = MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._most = words, most
        self._suggestions, self._scope = Suggestions(), Scope.ALL
        self._is_counted = True
        self.rows = [SuggestionRow(self) for _ in range(most)]
        for at, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, at=at: self._choose(at))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_suggestions(
        self, suggestions: Suggestions, scope: Scope, *, is_counted: bool = True
    ) -> None:
        """All rows anew, each in its place; without a text there is nothing to offer.

        is_counted: whether the counts are known.
        """
        self._suggestions, self._scope, self._is_counted = suggestions, scope, is_counted
        offers = suggestions.offers[: self._most - 1] if suggestions.text else ()
        self._show_first()
        self.rows[0].setVisible(bool(suggestions.text))
        for row, offer in zip(self.rows[1:], offers, strict=False):
            self._show_offer(row, offer)
        for at, row in enumerate(self.rows[1:]):
            row.setVisible(at < min(len(offers), self.rows_that_fit() - 1))
        self._place()

    def _show_first(self) -> None:
        first, words = self.rows[0], self._words
        count = self._suggestions.counts.of(self._scope)
        said = words.count("%(num)d title", "%(num)d titles", count) if self._is_counted else ""
        text = words("Search everything for “**%(text)s**”", text=self._suggestions.text)
        first.show_row(words("Words"), "search", text, said, is_first=True)
        first.say_name(words("Search everything for “%(text)s”", text=self._suggestions.text))

    def _show_offer(self, row: SuggestionRow, offer: Suggestion) -> None:
        words = self._words
        begin, end = offer.match
        text = offer.text
        if begin < end:
            text = f"{text[:begin]}**{text[begin:end]}**{text[end:]}"
        note = offer.note
        if offer.count is not None:
            note = words.count("%(num)d title", "%(num)d titles", offer.count)
        row.show_row(name_of(words, offer.kind), _ICONS[offer.kind], text, note)
        comma = ", " if words.language is Language.ENGLISH else "、"
        row.say_name(comma.join(filter(None, (name_of(words, offer.kind), offer.text, note))))

    def _choose(self, at: int) -> None:
        if at == 0:
            self.search_asked.emit()
        elif at <= len(self._suggestions.offers):
            self.chosen.emit(self._suggestions.offers[at - 1])

    # ---- placing
    def arrange(self, _style: Style) -> None:
        self.show_suggestions(self._suggestions, self._scope, is_counted=self._is_counted)
        self.updateGeometry()

    def rows_height(self, rows: int) -> int:
        style = self.style_now
        return rows * (suggestion_height(style) + style.least_gap) - style.least_gap

    def rows_that_fit(self) -> int:
        """How many rows are shown whole at this height."""
        if not self.has_style:
            return self._most
        style = self.style_now
        step = suggestion_height(style) + style.least_gap
        return max(1, min(self._most, (self.height() + style.least_gap) // step))

    def sizeHint(self) -> QSize:
        return QSize(400, self.rows_height(self._most)) if self.has_style else QSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.rows_height(1)) if self.has_style else QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_suggestions(self._suggestions, self._scope, is_counted=self._is_counted)

    def _place(self) -> None:
        if self.has_style:
            style = self.style_now
            high = suggestion_height(style)
            for at, row in enumerate(self.rows):
                top = at * (high + style.least_gap)
                row.setGeometry(0, top, self.width(), high)
