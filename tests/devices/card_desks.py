"""The makes of card reader that one suite runs on, each with a hand to lay cards down."""

from typing import Protocol

from kiosk.domain.codes import NotOurs
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.my_number import CardSecret
from kiosk.events import (
    Event,
    IcCardPresented,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.card_reader.looking import LookingCardReader
from kiosk.hardware.card_reader.my_number import ConnectedMyNumberCard
from kiosk.hardware.card_reader.pcsc_desk import pcsc_desk
from kiosk.hardware.card_reader.simulated import SimulatedCardReader, SimulatedMyNumberCard
from kiosk.hardware.card_reader.simulated_cards import IcCard, OtherCard, PretendCard
from kiosk.hardware.card_reader.watched_field import SILENT_S
from kiosk.ports import CardReader, MyNumberCard
from tests.devices.listening import Heard
from tests.devices.memory_field import MemoryField
from tests.devices.number_card import IDM, NumberCard
from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.virtual_card import DEMONSTRATION, VirtualCard, at_verify
from tests.devices.virtual_slot import VirtualSlot

PIN = "1234"
FARE_CARD = IcIdentifier(IcKind.FELICA, IDM.hex().upper())


class CardDesk(Protocol):
    """A reader, the dialogue with what lies on it, and a patron's hand."""

    reader: CardReader
    card: MyNumberCard
    heard: Heard

    def lay_down(self, tries_left: int = 3) -> None:
        """A My Number card; returns when the reader has told of it."""
        ...

    def lay_down_another_kind(self) -> None: ...

    def lay_down_a_fare_card(self) -> None:
        """Returns when the reader has told of it."""
        ...

    def put_beside(self) -> None:
        """A fare card beside what lies there."""
        ...

    def take_away(self) -> None: ...

    def card_leaves_at_the_pin(self) -> None: ...

    def pins_that_reached_the_card(self) -> int: ...

    def tries_on_the_card(self) -> int: ...

    def close(self) -> None: ...


class _CountingCard(PretendCard):
    pins_heard = 0

    def verify(self, secret: CardSecret, text: str) -> None:
        _CountingCard.pins_heard += 1
        super().verify(secret, text)


class SimulatedDesk(CardDesk):
    def __init__(self) -> None:
        self.reader: SimulatedCardReader = SimulatedCardReader()
        self.card = SimulatedMyNumberCard(self.reader)
        self.heard = Heard()
        self._laid = _CountingCard.load(DEMONSTRATION, PIN)
        _CountingCard.pins_heard = 0
        self.reader.start(self.heard)

    def lay_down(self, tries_left: int = 3) -> None:
        self._laid.secrets[CardSecret.SIGN_IN].tries_left = tries_left
        self.reader.lay_down(self._laid)

    def lay_down_another_kind(self) -> None:
        self.reader.lay_down(OtherCard())

    def lay_down_a_fare_card(self) -> None:
        self.reader.lay_down(IcCard(FARE_CARD))

    def put_beside(self) -> None:
        self.lay_down_a_fare_card()

    def take_away(self) -> None:
        self.reader.take_away()

    def card_leaves_at_the_pin(self) -> None:
        self.reader.take_away_in_mid_dialogue()

    def pins_that_reached_the_card(self) -> int:
        return _CountingCard.pins_heard

    def tries_on_the_card(self) -> int:
        return self._laid.tries_left(CardSecret.SIGN_IN)

    def close(self) -> None:
        self.reader.stop()


class _VirtualDesk(CardDesk):
    """What the two desks with a virtual card share."""

    def __init__(self, reader: CardReader, card: MyNumberCard) -> None:
        self.reader = reader
        self.card = card
        self.heard = Heard()
        self.laid = VirtualCard.of_the_test_authority(PIN)
        self.reader.start(self.heard)

    def put(self, card: VirtualCard) -> None: ...

    def take_away(self) -> None: ...

    def lay_down(self, tries_left: int = 3) -> None:
        self.laid.auth_pin.tries_left = tries_left
        self._lay(self.laid, MyNumberCardPresented())

    def lay_down_another_kind(self) -> None:
        other = VirtualCard.of_the_test_authority()
        other.is_my_number = False
        self._lay(other, UnknownCodeScanned(NotOurs.IC_CARD))

    def lay_down_a_fare_card(self) -> None:
        self._lay(NumberCard.felica(), IcCardPresented(FARE_CARD))

    def put_beside(self) -> None:
        self.put(NumberCard.felica())

    def _lay(self, card: VirtualCard, until: Event) -> None:
        self.put(card)
        self.heard.wait_for(until)

    def card_leaves_at_the_pin(self) -> None:
        self.laid.faults.append(at_verify("gone after"))

    def pins_that_reached_the_card(self) -> int:
        return len(self.laid.verifies)

    def tries_on_the_card(self) -> int:
        return self.laid.auth_pin.tries_left


class MemoryDesk(_VirtualDesk):
    def __init__(self) -> None:
        self.field = MemoryField()
        super().__init__(LookingCardReader(self.field), ConnectedMyNumberCard(self.field))

    def put(self, card: VirtualCard) -> None:
        self.field.lay_down(card)

    def take_away(self) -> None:
        self.field.take_away()
        self.heard.wait_for(IcCardRemoved())

    def close(self) -> None:
        self.reader.stop()


class PcscDesk(_VirtualDesk):
    """A real pcscd with a virtual reader; two cards may lie on its two slots."""

    def __init__(self, daemon: PrivatePcscd, silent_s: float = SILENT_S) -> None:
        self.daemon = daemon
        self._slots: list[VirtualSlot] = []
        super().__init__(*pcsc_desk(silent_s))

    def put(self, card: VirtualCard) -> None:
        slot = self.daemon.slot(len(self._slots))
        slot.lay_down(card)
        self._slots.append(slot)

    def take_away(self) -> None:
        self.let_go()
        self.heard.wait_for(IcCardRemoved())

    def close(self) -> None:
        """Leaves empty slots behind."""
        self.let_go()
        self.reader.stop()
        self.daemon.wait_until_empty()

    def let_go(self) -> None:
        while self._slots:
            self._slots.pop().take_away()
