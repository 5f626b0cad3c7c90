"""The one gate between our program and a card: the allow-list and the PIN guard stand in it."""

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
        """Raises ApduRefused, LastTryKept, PinLocked and PinNotFourDigits before the card hears."""
        self._allow_list.check(command)
        pin = self._allow_list.pin_within(command)
        if pin is not None:
            self._guard.let_through(pin)
        self._allow_list.sent(command)
        answer = apdu.Answer.of(self._transmit(command))
        self._allow_list.answered(command, answer)
        if self._allow_list.asks_tries(command):
            self._guard.heard(answer.tries_left)
        return answer
