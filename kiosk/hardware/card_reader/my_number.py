"""The My Number card on any reader that can carry commands to it."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.errors import LibraryError
from kiosk.domain.my_number import BasicFour, CardSecret, CardSignature
from kiosk.domain.patrons import MyNumberProof
from kiosk.hardware.card_reader import guard
from kiosk.hardware.card_reader.card_field import CardField, LyingCard
from kiosk.hardware.card_reader.card_talk import VerifyUnanswered, wrong
from kiosk.hardware.card_reader.dialogue import Dialogue
from kiosk.ports import MyNumberCard

T = TypeVar("T")


class ConnectedMyNumberCard(MyNumberCard):
    """Each dialogue is a connection of its own; the maker of connections ends it cleanly.

    It blocks the calling thread, for as long as the field lets a card take.
    """

    def __init__(self, field: CardField) -> None:
        self._field = field

    def tries_left(self, secret: CardSecret = CardSecret.SIGN_IN) -> int:
        with self._field.connect() as transmit:
            return Dialogue(transmit).tries_left(secret)

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        guard.check_form(pin)
        return self._once(lambda dialogue: dialogue.prove(pin, challenge))

    def basic_four(self, pin: str) -> BasicFour:
        guard.check_form(pin)
        return self._once(lambda dialogue: dialogue.basic_four(pin))

    def sign(self, password: str, document: bytes) -> CardSignature:
        guard.check_password(password)
        return self._once(lambda dialogue: dialogue.sign(password, document))

    def _once(self, speak: Callable[[Dialogue], T]) -> T:
        lying = self._field.look().cards
        try:
            with self._field.connect() as transmit:
                return speak(Dialogue(transmit))
        except VerifyUnanswered as lost:
            trouble = self._what_became_of(lost, lying)
        raise trouble

    def _what_became_of(self, lost: VerifyUnanswered, lying: frozenset[LyingCard]) -> LibraryError:
        """Ask the tries again, before anything else: of the same card, if it still lies there.

        A card that left is asked when it is laid down again, as every card is.
        """
        try:
            if self._field.look().cards != lying:
                return lost.trouble
            now = self.tries_left(lost.secret)
        except LibraryError:
            return lost.trouble
        return wrong(now) if now < lost.tries_before else lost.trouble
