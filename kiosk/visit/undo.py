"""What the patron's last deed was, for as long as it can be taken back."""

from dataclasses import replace

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    ReservationUnknown,
    TooLateToChange,
)
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.events import (
    Event,
    Failed,
    ReservationCancelled,
    Reserved,
    SlipAsked,
    UndoAsked,
)
from kiosk.visit.acts import is_act
from kiosk.visit.my_library import MyLibrary

_IN_VAIN = (AlreadyOnLoan, AlreadyReserved, LimitReached, ReservationUnknown, TooLateToChange)


def undoable_after(
    undoable: Reservation | None, mine: MyLibrary, event: Event
) -> Reservation | None:
    """The reservation that was placed or cancelled last; mine is as it was before.

    It stays until the patron's next act; asking for the slip once more changes nothing.
    """
    match event:
        case Reserved(reservation):
            return None if reservation.is_kept else reservation
        case ReservationCancelled(cancelled):
            is_same = undoable is not None and undoable.id == cancelled
            known = undoable if is_same else mine.reservation(cancelled)
            return _as_cancelled(known) if known is not None else None
        case Failed(error):
            return None if isinstance(error, _IN_VAIN) else undoable
        case UndoAsked() | SlipAsked():
            return undoable
    return None if is_act(event) else undoable


def _as_cancelled(reservation: Reservation) -> Reservation:
    return replace(reservation, state=ReservationState.CANCELLED, position=None)
