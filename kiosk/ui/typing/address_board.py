"""The board for an e-mail address."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.typing.board import Board
from kiosk.ui.typing.board_layouts import KeyPlan, plan_address
from kiosk.ui.typing.draft import Draft
from kiosk.ui.typing.kana import Mode
from kiosk.words.words import Words

LONGEST = 254  # characters of an address, RFC 5321


class AddressBoard(Board):
    """Types no kana and no space; where さがす stands on others, it sends."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._draft = Draft(LONGEST)
        self._draft.mode = Mode.LATIN
        self._lay()

    def show_verb(self, text: str) -> None:
        """What the one action does, as a verb."""
        if text != self._verb:
            self._verb = text
            self._lay()
            self._place()

    def _plans(self) -> tuple[KeyPlan, ...]:
        return plan_address()
