"""The code from the service while it is typed; a mistyped one is not sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.enrolment_codes import read_enrolment_code
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.text import Label
from kiosk.ui.typing.enrolment_board import LONGEST, EnrolmentBoard
from kiosk.ui.typing.field import Field, FieldState
from kiosk.words.errors import Explanation
from kiosk.words.words import Words

_GROUP = 4
_BESIDE_BOARD = 560  # px, at least
_LEAST_KEY = 84
_WIDEST = 16_777_215  # no bound; Qt's own
_TOP = Qt.AlignmentFlag.AlignTop
_DIRECTIONS = QBoxLayout.Direction


class CodeEntry(Part):
    """The code is typed here and stays here; it is told by whoever asks for `code`."""

    sent = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.name = Label("lead", bold=True)
        self.field = Field(icon="lock", numbers=True)
        self.trouble = Explained()
        self.where, self.once = Label(), Label(ink="ink2")
        self.board = EnrolmentBoard(words)
        self._is_asking = False
        self.board.typed.connect(lambda _text: self._show_typed())
        self.board.search_asked.connect(self.sent)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page, self._head = QVBoxLayout(self), QHBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.name)
        self._head.addWidget(self.field, 1)
        self._body = QBoxLayout(_DIRECTIONS.LeftToRight)
        self._beside = Part()
        self._column = QVBoxLayout(self._beside)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.trouble, self.where, self.once):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._body.addWidget(self._beside, 1)
        self._body.addWidget(self.board, 0, _TOP)
        self._page.addLayout(self._head)
        self._page.addLayout(self._body, 1)

    # ---- being told
    @property
    def code(self) -> str | None:
        """As it was printed; None while it is not whole, or mistyped."""
        return read_enrolment_code(self.board.text)

    def show_entry(self, number: str, *, is_asking: bool) -> None:
        words = self._words
        self._is_asking = is_asking
        self.name.show_text(words("The code"))
        self.field.show_placeholder(words("such as K7QM-3XPD-9TFK"))
        self.where.show_text(
            words(
                "At the service, kiosk central enrol --number %(number)s prints it.", number=number
            )
        )
        self.once.show_text(words("It is good once, for this number, and not for long."))
        self.board.show_verb(words("Asking…") if is_asking else words("Have it let in"))
        self._show_typed()

    def explain(self, explanation: Explanation | None) -> None:
        self.trouble.explain(explanation, Tone.STOP)
        self._fit_again()

    def forget(self) -> None:
        self.board.show_text("")
        self._show_typed()

    def _show_typed(self) -> None:
        typed, words = self.board.text, self._words
        is_wrong = len(typed) == LONGEST and self.code is None
        self.field.show_text("-".join(_groups(typed)))
        self.field.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)
        why_not = words("First type the whole code.") if self.code is None else ""
        if is_wrong:
            why_not = words("One sign is mistyped: please compare.")
        self.board.close_search(words("Just a moment, please.") if self._is_asking else why_not)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        is_tall = style.is_portrait
        self._page.setSpacing(style.space(3))
        self._head.setSpacing(style.space(4))
        self._body.setDirection(_DIRECTIONS.TopToBottom if is_tall else _DIRECTIONS.LeftToRight)
        self._body.setSpacing(style.space(3) if is_tall else style.space(6))
        self._column.setSpacing(style.space(3))
        self._beside.setMinimumWidth(0 if is_tall else _BESIDE_BOARD)
        self._fit(style)

    def _fit(self, style: Style) -> None:
        """The board as high as it likes, or as the room below the field allows."""
        room = self.height() - style.space(3) - self.field.maximumHeight()
        gap = style.least_gap
        least = 5 * (_LEAST_KEY + gap) - gap
        self.board.setFixedHeight(max(least, min(self.board.sizeHint().height(), room)))
        is_narrow = style.is_large and not style.is_portrait
        narrow = 8 * (_LEAST_KEY + gap) - gap  # words beside it need the room
        self.board.setMaximumWidth(narrow if is_narrow else _WIDEST)
        self.name.setVisible(not (style.is_portrait or style.is_large))
        make_room(self, self.once, self.where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        if self.has_style:
            self._fit(self.style_now)


def _groups(signs: str) -> list[str]:
    return [signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP)]
