"""An e-mail address while it is typed: its field, what it is for, and the board."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.details.sender import breakable
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.text import Label
from kiosk.ui.typing.address_board import AddressBoard
from kiosk.ui.typing.field import Field, FieldState
from kiosk.words.errors import Explanation
from kiosk.words.words import Words

_TOP = Qt.AlignmentFlag.AlignTop
_BESIDE_BOARD = 580  # px, at least
_LEAST_KEY = 84


class AddressEntry(Part):
    """The address is typed here and stays here; it is told by whoever asks for `address`."""

    sent = Signal()  # the patron wants the code

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.name = Label("title", bold=True)
        self.field = Field(icon="mail")
        self.trouble = Explained()
        self.purpose, self.allow = Label(), Label("label", ink="ink2")
        self.board = AddressBoard(words)
        self._why_not = ""
        self.board.typed.connect(self._type)
        self.board.search_asked.connect(self.sent)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page, self._head = QVBoxLayout(self), QHBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.name)
        self._head.addWidget(self.field, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside = Part()
        self._column = QVBoxLayout(self._beside)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.trouble, self.purpose, self.allow):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._body.addWidget(self._beside, 1)
        self._body.addWidget(self.board, 0, _TOP)
        self._page.addLayout(self._head)
        self._page.addLayout(self._body, 1)

    # ---- being told
    @property
    def address(self) -> str:
        return self.board.text.strip()

    def show_entry(self, sender: str, why_not: str, *, is_sending: bool) -> None:
        """sender: the library's own address; why_not: what keeps anything from being sent."""
        words = self._words
        self.name.show_text(words("E-mail address"))
        self.field.show_placeholder(words("such as name@example.jp"))
        self.purpose.show_text(
            words("We send a code of six digits there. Once you typed it, notices go there.")
        )
        self.allow.show_text(
            words("Please allow e-mail from %(sender)s first.", sender=breakable(sender))
            if sender
            else ""
        )
        self.allow.setVisible(bool(sender))
        self.board.show_verb(words("Sending…") if is_sending else words("Send a code"))
        self._why_not = words("Just a moment, please.") if is_sending else why_not
        self._show_typed()
        self._fit_again()

    def explain(self, explanation: Explanation | None, *, is_wrong: bool) -> None:
        """is_wrong: it is about the address itself."""
        self.trouble.explain(explanation, Tone.STOP if is_wrong else Tone.WAIT)
        self.field.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)
        self._fit_again()

    def _type(self, _text: str) -> None:
        self.field.show_state(FieldState.ACTIVE)
        self._show_typed()

    def _show_typed(self) -> None:
        self.field.show_text(self.board.text)
        name, _at, domain = self.address.partition("@")
        is_whole = bool(name) and "." in domain.strip(".")
        missing = "" if is_whole else self._words("First type the address.")
        self.board.close_search(self._why_not or missing)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        is_tall = style.is_portrait
        self._page.setSpacing(style.space(3))
        self._head.setSpacing(style.space(4))
        self._body.setDirection(way.TopToBottom if is_tall else way.LeftToRight)
        self._body.setSpacing(style.space(3) if is_tall else style.space(6))
        self._column.setSpacing(style.space(3))
        self._beside.setMinimumWidth(0 if is_tall else _BESIDE_BOARD)
        self._fit(style)

    def _fit(self, style: Style) -> None:
        """The board as high as it likes, or as the room below the field allows."""
        room = self.height() - style.space(3) - self.field.maximumHeight()
        gap = style.least_gap
        least = 7 * (_LEAST_KEY + gap) - gap
        self.board.setFixedHeight(max(least, min(self.board.sizeHint().height(), room)))
        self.name.setVisible(not (style.is_portrait or style.is_large))
        make_room(self, *(part for part in (self.allow, self.purpose) if part.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        if self.has_style:
            self._fit(self.style_now)
