"""The staff's door and the sign "out of service", in memory."""

from datetime import datetime, timedelta

from kiosk.domain.errors import StaffDoorClosed, TriedTooOften
from kiosk.ports import Clock
from kiosk.services.simulated.trouble import Breakable

STAFF_CARD = "STAFF-0001"
STAFF_PIN = "246810"
TRIES, LOCKED_FOR = 5, timedelta(minutes=10)


class SimulatedStaffDoor(Breakable):
    def __init__(self, clock: Clock, card: str = STAFF_CARD, pin: str = STAFF_PIN) -> None:
        super().__init__()
        self._clock = clock
        self._card = card
        self._pin = pin
        self._wrong = 0
        self._locked_at: datetime | None = None

    def is_staff_card(self, code: str) -> bool:
        return code == self._card

    def open(self, card: str, pin: str) -> None:
        self._stumble()
        self._check_lock()
        if card == self._card and pin == self._pin:
            self._wrong = 0
            return
        self._wrong += 1
        if self._wrong >= TRIES:
            self._locked_at = self._clock.now()
        raise StaffDoorClosed

    def _check_lock(self) -> None:
        if self._locked_at is None:
            return
        left = self._locked_at + LOCKED_FOR - self._clock.now()
        if left > timedelta():
            raise TriedTooOften(round(left.total_seconds()))
        self._locked_at = None
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
