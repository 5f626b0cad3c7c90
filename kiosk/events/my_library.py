"""What happens where patrons see what is theirs."""

from dataclasses import dataclass

from kiosk.domain.reservations import Reservation, ReservationId
from kiosk.events.screens import Event


class UndoAsked(Event): ...


@dataclass(frozen=True, slots=True)
class ReservationCancelled(Event):
    reservation: ReservationId


class MyLibraryAsked(Event): ...


@dataclass(frozen=True, slots=True)
class MyReservationsFound(Event):
    reservations: tuple[Reservation, ...]
