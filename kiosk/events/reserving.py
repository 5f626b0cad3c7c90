"""What happens while a title is reserved."""

from dataclasses import dataclass

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.reservations import Options, Reservation
from kiosk.domain.slips import Slip
from kiosk.events.screens import Event


class ReserveAsked(Event): ...


@dataclass(frozen=True, slots=True)
class OptionsFound(Event):
    options: Options


@dataclass(frozen=True, slots=True)
class PickupChosen(Event):
    branch: BranchId


@dataclass(frozen=True, slots=True)
class NoticeChosen(Event):
    method: NoticeMethod


@dataclass(frozen=True, slots=True)
class EditionChosen(Event):
    """Whether any edition of the work will do, or only the one that was looked at."""

    is_any: bool


class Confirmed(Event): ...


@dataclass(frozen=True, slots=True)
class Reserved(Event):
    """Placed with the service, or (reservation.is_kept) kept until the line is back."""

    reservation: Reservation
    slip: Slip


class SlipAsked(Event): ...


class SlipPrinted(Event): ...
