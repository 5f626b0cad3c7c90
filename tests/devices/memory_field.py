"""Readers and cards in memory: what pcscd does, without pcscd."""

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.domain.errors import CardGone, CardSilent, DeviceGone, TwoCards
from kiosk.hardware.card_reader.apdu import Transmit
from kiosk.hardware.card_reader.card_field import CardField, LyingCard, Sight
from tests.devices.virtual_card import VirtualCard


class MemoryField(CardField):
    """Any number of cards, on one reader each."""

    def __init__(self) -> None:
        self.is_service_there = True
        self.is_plugged_in = True
        self.is_held = False  # another program keeps the card to itself
        self.is_closed = False
        self._cards: dict[LyingCard, VirtualCard] = {}
        self._insertions = 0

    def lay_down(self, card: VirtualCard) -> None:
        self._insertions += 1
        self._cards[LyingCard("memory", self._insertions, card.atr)] = card

    def take_away(self, card: VirtualCard | None = None) -> None:
        left = {} if card is None else {k: v for k, v in self._cards.items() if v is not card}
        self._cards = left

    def look(self) -> Sight:
        if not self.is_service_there:
            raise DeviceGone
        if not self.is_plugged_in:
            return Sight(0, frozenset())
        return Sight(1, frozenset(self._cards))

    def wait(self, seen: Sight, limit_s: float) -> None:
        """It cannot: who looks at it rests between two looks."""

    def interrupt(self) -> None:
        """Nothing here goes on for long."""

    def close(self) -> None:
        self.is_closed = True

    @contextmanager
    def connect(self) -> Iterator[Transmit]:
        if not self.look().readers or self.is_held:
            raise DeviceGone
        cards = list(self._cards.values())
        if len(cards) != 1:
            raise TwoCards if cards else CardGone
        card = cards[0]
        card.power_on()

        def transmit(command: bytes) -> bytes:
            answer = card.answer(command) if card in self._cards.values() else None
            if answer is None and isinstance(card, VirtualCard) and card.is_hanging.is_set():
                card.is_hanging.clear()  # as after the watchdog: power off and on
                raise CardSilent
            if answer is None:
                self.take_away(card)
                raise CardGone
            return answer

        try:
            yield transmit
        finally:
            card.power_on()
