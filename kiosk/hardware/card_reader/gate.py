"""The one gate between our program and a card: the allow-list and the guard stand in it."""

from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.allow_list import AllowList
from kiosk.hardware.card_reader.guard import PinGuard
from kiosk.hardware.card_reader.my_number_files import CardFiles


class Gate:
    """One connection with one card; a new card or a new connection needs a new gate."""

    def __init__(self, transmit: apdu.Transmit, files: CardFiles) -> None:
        self._transmit = transmit
        self._allow_list = AllowList(files)
        self._guard = PinGuard()

    def __call__(self, command: bytes) -> apdu.Answer:
        """What the card says.

        Raises, before it hears anything:
            ApduRefused, LastTryKept, PinLocked, PinNotFourDigits, SigningPasswordMalformed.
        """
        self._allow_list.check(command)
        self._watch(command)
        self._allow_list.sent(command)
        answer = apdu.Answer.of(self._transmit(command))
        self._allow_list.answered(command, answer)
        if self._allow_list.asks_tries(command):
            self._guard.heard(answer.tries_left)
        return answer

    def _watch(self, command: bytes) -> None:
        if self._allow_list.selects(command):
            self._guard.forget()
        secret, use = self._allow_list.secret_within(command), self._allow_list.use
        if secret is not None and use is not None:
            self._guard.let_through(secret, use)
