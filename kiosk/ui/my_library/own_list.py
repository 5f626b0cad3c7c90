"""One list of the patron's own: its name and rows, or what to do while it is empty."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.events import SearchOpened
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.my_library.own_card import OwnCard
from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

Card = TypeVar("Card", bound=OwnCard)


class OwnList(Part, Generic[Card]):
    """Rows stay the same while their ids do: what is told anew does not move under a finger."""

    def __init__(
        self, words: Words, make: Callable[[], Card], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._make = words, make
        self.has_heading = True  # False where a tab says the same
        self.is_tight = False
        self.name, self.note = Label("name", bold=True), Label("label", ink="ink2")
        self.paged = Paged(words)
        self.empty = Label()
        self.search = Button(says=SearchOpened(), icon="search")
        self._cards: dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.name)
        self._head.addWidget(self.note, 1)
        self._column.addLayout(self._head)
        for part in (self.empty, self.search):
            self._column.addWidget(part, 0, _LEFT if part is self.search else _NOTHING)
        self._column.addWidget(self.paged, 1)
        self._column.addStretch(0)

    def show_heading(self, name: str, note: str = "") -> None:
        self.name.show_text(name)
        self.note.show_text(note)

    def cards_of(self, rows: Sequence[str]) -> tuple[Card, ...]:
        """The rows of these ids, as they were or new, to be told what they show."""
        self._cards = {row: self._cards.get(row) or self._make() for row in rows}
        return tuple(self._cards.values())

    def show_cards(self, empty: str) -> None:
        """empty: what is said, above a key to the search, where there are no rows."""
        has_rows = bool(self._cards)
        self.paged.show_rows(list(self._cards.values()))
        self.paged.setVisible(has_rows)
        self.empty.show_text(empty)
        self.search.show_text(self._words("Search for books"))
        for part in (self.empty, self.search):
            part.setVisible(not has_rows)
        self._column.setStretch(self._column.count() - 1, 0 if has_rows else 1)

    def widen(self, width: int) -> None:
        """Take the width that the page will give, so that rows are measured by it already."""
        self.paged.resize(width, self.paged.height())

    def arrange(self, style: Style) -> None:
        self._column.setSpacing(style.space(1))
        self._head.setSpacing(style.space(4))
        self.name.setVisible(self.has_heading)
        self.note.setVisible(bool(self.note.text()))
        for card in self._cards.values():
            if card.is_tight != self.is_tight:
                card.is_tight = self.is_tight
                card.arrange(style)
        self.paged.least_row = int(style.component("loan_row"))
        self.paged.lay_out()


_LEFT = Qt.AlignmentFlag.AlignLeft
_NOTHING = Qt.AlignmentFlag(0)
