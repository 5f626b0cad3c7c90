"""What lies on the readers, told as events: arrivals, removals and the readers' own health."""

from collections.abc import Callable

from kiosk.domain.codes import NotOurs
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import (
    CardGone,
    CardSilent,
    DeviceGone,
    LibraryError,
    NotMyNumberCard,
    PhoneNotRead,
)
from kiosk.events import (
    Event,
    HealthChanged,
    IcCardPresented,
    IcCardRemoved,
    MyNumberCardPresented,
    UnknownCodeScanned,
)
from kiosk.hardware.card_reader.apdu import Transmit
from kiosk.hardware.card_reader.card_field import CardField, LyingCard, Sight
from kiosk.hardware.card_reader.card_number import ask_number, is_storage_card
from kiosk.hardware.card_reader.dialogue import Dialogue

MUTE_LOOKS = 3  # a card that can't be talked to this often is none that we know
HELD_LOOKS = 20  # 2 s at ten looks a second: by then another program keeps the reader
# Both count looks that nobody waits between: the reader is asked ten times a second then.


class Presence:
    """Compares each look with what it told before."""

    def __init__(self, field: CardField, say: Callable[[Event], None]) -> None:
        self._field = field
        self._say = say
        self._told: frozenset[LyingCard] = frozenset()
        self._health: Health | None = None
        self._failed_looks = 0

    def look(self) -> Sight | None:
        """Look once, and tell what is new.

        Returns:
            What was seen, once all of it is told: a next look is worth it when it changes. None
            while the next look is due however it is: nobody could say, or not all is told.
        """
        try:
            sight = self._field.look()
        except DeviceGone:
            self._tell_of(frozenset())
            self._tell_health(Condition.GONE, "no_service")
            return None
        self._tell_health_of(sight)
        self._tell_of(sight.cards)
        return sight if self._all_is_told(sight) else None

    def _all_is_told(self, sight: Sight) -> bool:
        is_held = self._health is not None and self._health.condition is Condition.DEGRADED
        return (
            sight.cards == self._told and not is_held
        )  # that it is free again, the next look tells

    def _tell_health_of(self, sight: Sight) -> None:
        if sight.readers == 0:
            self._tell_health(Condition.GONE, "not_plugged_in")
        elif self._failed_looks > HELD_LOOKS:
            self._tell_health(Condition.DEGRADED, "held_by_another_program")
        else:
            self._tell_health(Condition.READY)

    def _tell_of(self, cards: frozenset[LyingCard]) -> None:
        if cards == self._told:
            return
        if self._told - cards:
            self._told &= cards
            self._failed_looks = 0
            self._say(IcCardRemoved())
        self._tell_arrival(cards)

    def _tell_arrival(self, cards: frozenset[LyingCard]) -> None:
        """Nothing is told, and the next look asks again, while the card can't be asked."""
        event = self._what_lies_there(cards)
        if event is not None:
            self._say(event)
        if event is not None or not cards:
            self._told = cards
            self._failed_looks = 0

    def _what_lies_there(self, cards: frozenset[LyingCard]) -> Event | None:
        if not cards:
            return None
        if len(cards) > 1:
            return UnknownCodeScanned(NotOurs.TWO_CARDS)
        [card] = cards
        try:
            with self._field.connect() as transmit:
                return _asked(transmit, card.atr)
        except NotMyNumberCard:
            return UnknownCodeScanned(NotOurs.IC_CARD)
        except LibraryError as error:
            return self._cannot_be_asked(error)

    def _cannot_be_asked(self, error: LibraryError) -> Event | None:
        self._failed_looks += 1
        is_mute = isinstance(error, CardGone) and self._failed_looks >= MUTE_LOOKS
        is_silent = isinstance(error, CardSilent)  # it was waited for long enough
        return UnknownCodeScanned(NotOurs.IC_CARD) if is_mute or is_silent else None

    def _tell_health(self, condition: Condition, why: str = "") -> None:
        health = Health(Device.CARD_READER, condition, why)
        if health != self._health:
            self._health = health
            self._say(HealthChanged(health))


def _asked(transmit: Transmit, atr: bytes) -> Event:
    """Its number is asked only of a card that is no My Number card."""
    if not is_storage_card(atr):
        try:
            Dialogue(transmit).greet()
        except PhoneNotRead:
            raise  # its numbers are another each time
        except NotMyNumberCard:
            pass
        else:
            return MyNumberCardPresented()
    identifier = ask_number(transmit, atr)
    return IcCardPresented(identifier) if identifier else UnknownCodeScanned(NotOurs.IC_CARD)
