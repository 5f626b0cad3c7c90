"""The My Number card on any reader that can carry commands to it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from kiosk.domain.patrons import MyNumberProof
from kiosk.hardware.card_reader import guard
from kiosk.hardware.card_reader.apdu import Transmit
from kiosk.hardware.card_reader.dialogue import Dialogue
from kiosk.ports import MyNumberCard

Connect = Callable[[], AbstractContextManager[Transmit]]


class ConnectedMyNumberCard(MyNumberCard):
    """Each dialogue is a connection of its own; the maker of connections ends it cleanly.

    It blocks the calling thread, for as long as the card takes.
    """

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def tries_left(self) -> int:
        with self._connect() as transmit:
            return Dialogue(transmit).tries_left()

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        guard.check_form(pin)
        with self._connect() as transmit:
            return Dialogue(transmit).prove(pin, challenge)
