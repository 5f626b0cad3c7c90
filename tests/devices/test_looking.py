"""When a reader is looked at: as soon as something changes, and never without a rest."""

import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import DeviceGone
from kiosk.events import HealthChanged, IcCardRemoved, MyNumberCardPresented
from kiosk.hardware.card_reader.card_field import Sight
from kiosk.hardware.card_reader.looking import REST_S, LookingCardReader
from tests.devices.listening import Heard
from tests.devices.memory_field import MemoryField
from tests.devices.patient_field import PatientField
from tests.devices.virtual_card import VirtualCard
from tests.devices.watched_desk import wait_until

PIN = "1234"
NO_SERVICE = HealthChanged(Health(Device.CARD_READER, Condition.GONE, "no_service"))
READY = HealthChanged(Health(Device.CARD_READER, Condition.READY))


@pytest.fixture
def card() -> VirtualCard:
    return VirtualCard.of_the_test_authority(PIN)


@pytest.fixture
def field() -> PatientField:
    return PatientField()


@pytest.fixture
def heard(field: PatientField) -> Iterator[Heard]:
    """What a reader over the field says; it runs, and waits."""
    heard, reader = Heard(), LookingCardReader(field)
    reader.start(heard)
    field.until_it_waits()
    yield heard
    reader.stop()


def test_a_card_is_told_as_soon_as_the_reader_knows_of_it(
    field: PatientField, heard: Heard, card: VirtualCard
) -> None:
    field.lay_down(card)
    field.tell()
    heard.wait_for(MyNumberCardPresented())
    field.until_it_waits(2)
    field.take_away()
    field.tell()
    heard.wait_for(IcCardRemoved())


def test_a_card_that_another_program_holds_is_asked_again_though_nothing_changes(
    field: PatientField, heard: Heard, card: VirtualCard
) -> None:
    field.is_held = True
    field.lay_down(card)
    field.tell()
    field.is_held = False
    heard.wait_for(MyNumberCardPresented())


def test_a_daemon_that_is_away_is_looked_for_though_nobody_tells_of_its_return(
    field: PatientField, heard: Heard
) -> None:
    field.is_service_there = False
    field.tell()
    heard.wait_for(NO_SERVICE)
    heard.forget()
    field.is_service_there = True
    heard.wait_for(READY)


def test_a_reader_that_waits_can_be_stopped() -> None:
    field = PatientField()
    reader = LookingCardReader(field)
    reader.start(Heard())
    field.until_it_waits()
    reader.stop()
    assert field.is_closed


def test_an_interruption_that_came_too_early_is_said_again() -> None:
    field = PatientField(deaf_to=3)
    reader = LookingCardReader(field)
    reader.start(Heard())
    field.until_it_waits()
    reader.stop()
    assert field.is_closed


# ---- nothing can make it a busy loop
class RestlessField(MemoryField):
    """Never lets anybody wait; what a look shows is another thing each time."""

    def __init__(self, look: Callable[[int], Sight]) -> None:
        super().__init__()
        self.looked_at: list[float] = []
        self._show = look

    def look(self) -> Sight:
        self.looked_at.append(time.monotonic())
        return self._show(len(self.looked_at))


def never_the_same(looks: int) -> Sight:
    return Sight(looks, frozenset())


def always_the_same(_looks: int) -> Sight:
    return Sight(1, frozenset())


def nobody_can_say(_looks: int) -> Sight:
    raise DeviceGone


def an_error_of_ours(_looks: int) -> Sight:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "look", [never_the_same, always_the_same, nobody_can_say, an_error_of_ours]
)
def test_whatever_returns_at_once_is_asked_no_more_than_ten_times_a_second(
    look: Callable[[int], Sight],
) -> None:
    field = RestlessField(look)
    reader = LookingCardReader(field)
    reader.start(Heard())
    wait_until(lambda: len(field.looked_at) >= 5)
    reader.stop()
    # However slow the machine is: between the first and the fifth lie three rests at the least.
    assert field.looked_at[4] - field.looked_at[0] > 2 * REST_S
