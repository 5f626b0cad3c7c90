"""The staff's door and the sign, whichever make they are."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import StaffDoorClosed, TriedTooOften
from kiosk.ports import Sign, StaffDoor
from kiosk.services.sign import FileSign
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.staff import (
    STAFF_CARD,
    STAFF_PIN,
    SimulatedSign,
    SimulatedStaffDoor,
)
from kiosk.services.staff_door import GuardedStaffDoor
from kiosk.services.staff_secret import StaffSecret


def _guarded(folder: Path, clock: FixedClock) -> StaffDoor:
    card, pin = (StaffSecret.of(text, cost=2**10) for text in (STAFF_CARD, STAFF_PIN))
    return GuardedStaffDoor((card,), pin, folder, clock)


@pytest.fixture(params=[_guarded, lambda _folder, clock: SimulatedStaffDoor(clock)])
def door(request: pytest.FixtureRequest, folder: Path, clock: FixedClock) -> StaffDoor:
    make: Callable[[Path, FixedClock], StaffDoor] = request.param
    return make(folder, clock)


@pytest.fixture(params=[FileSign, lambda _folder: SimulatedSign()])
def sign(request: pytest.FixtureRequest, folder: Path) -> Sign:
    make: Callable[[Path], Sign] = request.param
    return make(folder)


def test_card_and_pin_open_and_nothing_else_does(door: StaffDoor) -> None:
    assert door.is_staff_card(STAFF_CARD)
    assert not door.is_staff_card("01234567")
    for card, pin in ((STAFF_CARD, "0"), ("01234567", STAFF_PIN), (STAFF_CARD, "")):
        with pytest.raises(StaffDoorClosed):
            door.open(card, pin)
    door.open(STAFF_CARD, STAFF_PIN)


def test_five_wrong_pins_close_it_for_ten_minutes(door: StaffDoor, clock: FixedClock) -> None:
    for _ in range(5):
        with pytest.raises(StaffDoorClosed):
            door.open(STAFF_CARD, "0")
    clock.turn(timedelta(minutes=9))
    with pytest.raises(TriedTooOften) as often:
        door.open(STAFF_CARD, STAFF_PIN)
    assert often.value.wait_s == 60
    clock.turn(timedelta(minutes=1))
    door.open(STAFF_CARD, STAFF_PIN)


def test_the_sign_hangs_until_it_is_taken_down(sign: Sign) -> None:
    assert not sign.is_up()
    sign.put_up()
    assert sign.is_up()
    sign.take_down()
    assert not sign.is_up()
