"""A card reader without a cable: cards are laid on it by a test, a demonstration or a desk."""

from collections.abc import Callable

from kiosk.domain.codes import NotOurs
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import (
    CardGone,
    DeviceGone,
    NotMyNumberCard,
    SigningCertificateMissing,
    TwoCards,
)
from kiosk.domain.my_number import BasicFour, CardSecret, CardSignature
from kiosk.domain.patrons import MyNumberProof
from kiosk.events import (
    Event,
    HealthChanged,
    IcCardPresented,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.card_reader import guard
from kiosk.hardware.card_reader.simulated_cards import IcCard, OtherCard, PretendCard
from kiosk.ports import CardReader, MyNumberCard

AnyCard = PretendCard | IcCard | OtherCard


class SimulatedCardReader(CardReader):
    """Says what a real one says, in the thread of whoever lays the card down."""

    def __init__(self) -> None:
        self._say: Callable[[Event], None] | None = None
        self._lying: list[AnyCard] = []
        self._is_plugged_in = True
        self._leaves_in_mid_dialogue = False

    def start(self, say: Callable[[Event], None]) -> None:
        self._say = say
        self._say_health()
        self._tell_arrival()

    def stop(self) -> None:
        self._say = None

    def lay_down(self, card: AnyCard) -> None:
        """Lay a card on the reader, beside what lies there already."""
        self._lying.append(card)
        self._tell_arrival()

    def take_away(self) -> None:
        """Take all that lies there; nothing happens if nothing does."""
        was_seen = self._is_plugged_in and bool(self._lying)
        self._lying.clear()
        if was_seen:
            self._tell(IcCardRemoved())

    def take_away_in_mid_dialogue(self) -> None:
        """Let the next PIN reach the card, and the card leave before it signs."""
        self._leaves_in_mid_dialogue = True

    def unplug(self) -> None:
        """Pull the reader's plug; what lies on it is gone too, as far as anyone can tell."""
        was_seen = self._is_plugged_in and bool(self._lying)
        self._is_plugged_in = False
        if was_seen:
            self._tell(IcCardRemoved())
        self._say_health()

    def plug_in(self) -> None:
        self._is_plugged_in = True
        self._say_health()
        self._tell_arrival()

    def the_card(self) -> PretendCard:
        """The one card to talk with. Raises DeviceGone, CardGone, TwoCards, NotMyNumberCard."""
        if not self._is_plugged_in:
            raise DeviceGone
        if not self._lying:
            raise CardGone
        if len(self._lying) > 1:
            raise TwoCards
        card = self._lying[0]
        if not isinstance(card, PretendCard):
            raise NotMyNumberCard
        return card

    def card_leaves_if_asked_to(self) -> None:
        if self._leaves_in_mid_dialogue:
            self._leaves_in_mid_dialogue = False
            self.take_away()

    def _tell_arrival(self) -> None:
        if not self._is_plugged_in or not self._lying:
            return
        if len(self._lying) > 1:
            self._tell(UnknownCodeScanned(NotOurs.TWO_CARDS))
            return
        match self._lying[0]:
            case PretendCard():
                self._tell(MyNumberCardPresented())
            case IcCard(identifier):
                self._tell(IcCardPresented(identifier))
            case OtherCard():
                self._tell(UnknownCodeScanned(NotOurs.IC_CARD))

    def _say_health(self) -> None:
        condition = Condition.READY if self._is_plugged_in else Condition.GONE
        why = "" if self._is_plugged_in else "not_plugged_in"
        self._tell(HealthChanged(Health(Device.CARD_READER, condition, why)))

    def _tell(self, event: Event) -> None:
        if self._say is not None:
            self._say(event)


class SimulatedMyNumberCard(MyNumberCard):
    """The dialogue with whatever lies on a simulated reader, behind the same guard."""

    def __init__(self, reader: SimulatedCardReader) -> None:
        self._reader = reader

    def tries_left(self, secret: CardSecret = CardSecret.SIGN_IN) -> int:
        card = self._reader.the_card()
        _check_signing(card, secret)
        return card.tries_left(secret)

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        guard.check_form(pin)
        card = self._opened(CardSecret.SIGN_IN, pin)
        return MyNumberProof(card.certificate, card.sign(challenge), challenge)

    def basic_four(self, pin: str) -> BasicFour:
        guard.check_form(pin)
        return self._opened(CardSecret.ITEMS, pin).holder

    def sign(self, password: str, document: bytes) -> CardSignature:
        card = self._opened(CardSecret.SIGNING, guard.check_password(password))
        return CardSignature(card.certificate, card.sign(document))

    def _opened(self, secret: CardSecret, text: str) -> PretendCard:
        card = self._reader.the_card()
        _check_signing(card, secret)
        guard.check_tries(card.tries_left(secret))
        card.verify(secret, text)
        self._reader.card_leaves_if_asked_to()
        return self._reader.the_card()


def _check_signing(card: PretendCard, secret: CardSecret) -> None:
    if secret is CardSecret.SIGNING and not card.can_sign:
        raise SigningCertificateMissing
