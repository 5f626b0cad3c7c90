"""Jobs that staff ask for."""

from kiosk.events import (
    Event,
    SignHung,
    StaffDoorOpened,
    StaffPinEntered,
)
from kiosk.ports import Kit
from kiosk.visit import Visit


def open_staff_door(visit: Visit, kit: Kit, entered: Event) -> Event:
    assert isinstance(entered, StaffPinEntered)
    assert visit.staff_card is not None, "a staff PIN is asked only after a staff card"
    kit.staff_door.open(visit.staff_card, entered.pin)
    return StaffDoorOpened()


def hang_out_the_sign(_visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.sign.put_up()
    return SignHung()


def take_down_the_sign(_visit: Visit, kit: Kit, _event: Event) -> Event:
    kit.sign.take_down()
    return SignHung()
