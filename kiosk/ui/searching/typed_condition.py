"""One condition that is typed: its field, its kinds as keys, and the board."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Query
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.searching.rows import Row, row_name
from kiosk.ui.searching.slots import fault_of, slots_of
from kiosk.ui.text import Button, Kind, Label
from kiosk.ui.typing.board import Board
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.kana import Mode
from kiosk.words.words import Words

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT_WIDTH = 596
_SMALLEST_KEY = 84
_IN_NUMBERS = (Row.NDC, Row.ISBN, Row.YEARS)
_MOST_KINDS = 3


class TypedCondition(Part):
    """Tells the whole query after every key; what is typed stays while it is shown."""

    changed = Signal(object)  # the Query as it shall be
    search_asked = Signal()
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._row, self._slot, self._query = Row.TITLE, 0, Query()
        self.name = Label("title", bold=True)
        self.field = Field()
        self.kinds = [Button(has_tick=True) for _ in range(_MOST_KINDS)]
        self.advice = Label("body", ink="ink2")
        self.fault = Label("name", ink="stop", bold=True)
        self.sentence = Label("body")
        self.close_key = Button(icon="check", kind=Kind.KEY, role="name")
        self.board = Board(words)
        self.board.typed.connect(self._type)
        self.board.search_asked.connect(self.search_asked)
        self.close_key.clicked.connect(self.closed)
        for at, key in enumerate(self.kinds):
            key.clicked.connect(lambda _=False, at=at: self._choose(at))
        self._lay_out()

    # ---- laying out
    def _lay_out(self) -> None:
        direction = QBoxLayout.Direction
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._body = QBoxLayout(direction.LeftToRight)
        self._column, self._kind_line = QVBoxLayout(), QBoxLayout(direction.TopToBottom)
        for key in self.kinds:
            self._kind_line.addWidget(key, 1)
        self._head.addWidget(self.name)
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.close_key)
        self._column.addLayout(self._kind_line)
        for part in (self.fault, self.advice, self.sentence):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._left = Part()
        self._left.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page.addLayout(self._head)
        self._page.addLayout(self._body, 1)
        self._body.addWidget(self._left, 1)
        self._body.addWidget(self.board, 0, _TOP)

    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        direction = QBoxLayout.Direction
        for space in (self._page, self._column):
            space.setSpacing(style.space(3))
        for line in (self._head, self._kind_line):
            line.setSpacing(style.gap)
        self._body.setDirection(direction.TopToBottom if is_tall else direction.LeftToRight)
        self._body.setSpacing(style.space(3) if is_tall else style.space(6))
        is_row = is_tall and style.look.size < TextSize.LARGEST
        self._kind_line.setDirection(direction.LeftToRight if is_row else direction.TopToBottom)
        self._left.setMinimumWidth(0 if is_tall else _LEFT_WIDTH)
        self._fit(style)

    def _fit(self, style: Style) -> None:
        """The board as high as it likes, or as the room below the field allows."""
        room = self.height() - style.space(3) - self.field.maximumHeight()
        gap = style.least_gap
        least = 7 * (_SMALLEST_KEY + gap) - gap
        self.board.setFixedHeight(max(least, min(self.board.sizeHint().height(), room)))
        self.name.setVisible(not (style.is_portrait or style.is_large))
        make_room(self, *(part for part in self._told if part.text()))

    @property
    def _told(self) -> tuple[Label, ...]:
        """What may give way, the first to go first."""
        return (self.advice, self.sentence, self.fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        if self.has_style:
            self._fit(self.style_now)

    # ---- being told
    def open(self, row: Row, query: Query) -> None:
        """Begin with this row, at the first of its kinds that says something."""
        self._row, self._query = row, query
        texts = [slot.text for slot in slots_of(self._words, row, query)]
        self._slot = next((at for at, text in enumerate(texts) if text), 0)
        self.board.show_text(texts[self._slot])
        self.board.show_mode(Mode.NUMBERS if row in _IN_NUMBERS else Mode.HIRAGANA)

    def show_query(self, query: Query, sentence: str, count: int | None) -> None:
        """What the conditions are now; the text that is being typed stays."""
        words, self._query = self._words, query
        slots = slots_of(words, self._row, query)
        self.name.show_text(row_name(words, self._row))
        self.close_key.show_text(words("Set it"))
        for at, key in enumerate(self.kinds):
            key.setVisible(len(slots) > at and len(slots) > 1)
            if at < len(slots):
                slot = slots[at]
                key.show_text(slot.name, "" if at == self._slot else as_catalogued(slot.text))
                key.select(at == self._slot)
        self.sentence.show_text(sentence)
        self.board.show_count(count)
        self._show_typed()
        self._fit_again()

    def _show_typed(self) -> None:
        words, text = self._words, self.board.text
        slots = slots_of(words, self._row, self._query)
        fault = fault_of(words, self._row, text)
        self.field.show_text(text)
        self.field.show_hint(self._hint())
        self.field.show_state(FieldState.ERROR if fault else FieldState.ACTIVE)
        self.field.show_placeholder(row_name(words, self._row))
        self.advice.show_text("" if fault else slots[self._slot].advice)
        self.fault.show_text(fault)
        for part in self._told:
            part.setVisible(bool(part.text()))

    def _hint(self) -> str:
        """What is typed, where its name has no room before the field."""
        has_name = self.name.isVisible() or not self.board.text
        return "" if has_name else row_name(self._words, self._row)

    # ---- typing
    def _type(self, text: str) -> None:
        slots = slots_of(self._words, self._row, self._query)
        self._query = slots[self._slot].make(self._query, text)
        self._show_typed()
        self.changed.emit(self._query)

    def _choose(self, at: int) -> None:
        slots = slots_of(self._words, self._row, self._query)
        self._slot = at
        self.board.show_text(slots[at].text)
        self.changed.emit(self._query)
