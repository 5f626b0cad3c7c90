"""The staff's door and the sign "out of service", in memory."""

from kiosk.domain.errors import StaffDoorClosed, TriedTooOften
from kiosk.services.simulated.trouble import Breakable

STAFF_CARD = "STAFF-0001"
STAFF_PIN = "246810"
TRIES, WAIT_S = 5, 600


class SimulatedStaffDoor(Breakable):
    def __init__(self, card: str = STAFF_CARD, pin: str = STAFF_PIN) -> None:
        super().__init__()
        self._card = card
        self._pin = pin
        self._wrong = 0

    def is_staff_card(self, code: str) -> bool:
        return code == self._card

    def open(self, card: str, pin: str) -> None:
        self._stumble()
        if self._wrong >= TRIES:
            raise TriedTooOften(WAIT_S)
        if card != self._card or pin != self._pin:
            self._wrong += 1
            raise StaffDoorClosed
        self._wrong = 0


class SimulatedSign(Breakable):
    def __init__(self, *, is_up: bool = False) -> None:
        super().__init__()
        self._is_up = is_up

    def is_up(self) -> bool:
        return self._is_up

    def put_up(self) -> None:
        self._stumble()
        self._is_up = True

    def take_down(self) -> None:
        self._stumble()
        self._is_up = False
