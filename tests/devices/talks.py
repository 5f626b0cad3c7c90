"""The dialogues that a My Number card may be drawn into, each with its secret."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.my_number import CardSecret
from kiosk.hardware.card_reader.my_number import ConnectedMyNumberCard
from kiosk.ports import MyNumberCard
from tests.devices.memory_field import MemoryField
from tests.devices.virtual_card import AUTH_PIN, ITEMS_PIN, SIGN_PASSWORD, Pin, VirtualCard

PIN, PASSWORD = "1234", "ABC123"
CHALLENGE = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Talk:
    name: str
    secret: CardSecret
    file: int  # the card's own name for the secret
    right: str
    wrong: str
    speak: Callable[[MyNumberCard, str], object] = field(repr=False)

    def pin(self, card: VirtualCard) -> Pin:
        return card.pins[self.file]


SIGNING_IN = Talk(
    "signing in", CardSecret.SIGN_IN, AUTH_PIN, PIN, "0000", lambda c, t: c.prove(t, CHALLENGE)
)
ITEMS = Talk("basic four", CardSecret.ITEMS, ITEMS_PIN, PIN, "0000", lambda c, t: c.basic_four(t))
SIGNING = Talk(
    "signing", CardSecret.SIGNING, SIGN_PASSWORD, PASSWORD, "XYZ789", lambda c, t: c.sign(t, b"me")
)
TALKS = (SIGNING_IN, ITEMS, SIGNING)


def lay(card: VirtualCard) -> tuple[MemoryField, ConnectedMyNumberCard]:
    field = MemoryField()
    field.lay_down(card)
    return field, ConnectedMyNumberCard(field)
