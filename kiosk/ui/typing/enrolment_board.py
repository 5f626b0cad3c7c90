"""The board for the code that lets a kiosk in: its signs and no others."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.domain.enrolment_codes import SIGNS
from kiosk.ui.typing.board import Board
from kiosk.ui.typing.board_layouts import COLUMNS, ROWS, Act, KeyPlan, Look, Spot
from kiosk.ui.typing.draft import Draft
from kiosk.ui.typing.kana import Mode
from kiosk.words.words import Words

LONGEST = 12  # signs, without what divides them
_ROWS = ("23456789", "QWERTYP", "ASDFGHJK", "XCVBNM")  # as on a keyboard, without what misleads
_WIDE = COLUMNS / 8
_HIGH = 1.4


class EnrolmentBoard(Board):
    """Where さがす stands on others, it sends the code."""

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
        return (*_signs(), *_working())

    def _hear(self, letters: str) -> None:
        """From a keyboard on the desk: small letters too, and no dash."""
        super()._hear("".join(sign for sign in letters.upper() if sign in SIGNS))


def _signs() -> Iterator[KeyPlan]:
    for row, signs in enumerate(_ROWS):
        left = (COLUMNS - len(signs) * _WIDE) / 2
        look = Look.PLAIN if row else Look.HEAD
        for at, sign in enumerate(signs):
            yield KeyPlan(Spot(left + at * _WIDE, row * _HIGH, _WIDE, _HIGH), glyph=sign, look=look)


def _working() -> Iterator[KeyPlan]:
    row = len(_ROWS) * _HIGH
    high = ROWS - row
    yield KeyPlan(Spot(0, row, 2.5, high), Act.ERASE_ALL, look=Look.WORKING)
    yield KeyPlan(Spot(2.5, row, 2.5, high), Act.ERASE, look=Look.WORKING)
    yield KeyPlan(Spot(5, row, 5, high), Act.SEARCH, look=Look.PRIMARY)
