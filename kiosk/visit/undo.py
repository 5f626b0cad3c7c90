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
    EyeTouched,
    Failed,
    HealthChanged,
    LanguageChosen,
    LineCameBack,
    LineWentDown,
    MyLibraryFound,
    NewTitlesFound,
    ReservationCancelled,
    Reserved,
    SchemeChosen,
    SlipAsked,
    SlipPrinted,
    TextSizeChosen,
    UndoAsked,
)
from kiosk.visit.my_library import MyLibrary

_IN_VAIN = (AlreadyOnLoan, AlreadyReserved, LimitReached, ReservationUnknown, TooLateToChange)


def undoable_after(
    undoable: Reservation | None, mine: MyLibrary, event: Event
) -> Reservation | None:
    """The reservation that was placed or cancelled last; mine is as it was before.

    It stays until the patron's next act. How the page looks is no act, nor is what is answered.
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
        case LanguageChosen() | TextSizeChosen() | SchemeChosen() | EyeTouched():
            return undoable
        case NewTitlesFound() | HealthChanged() | LineWentDown() | LineCameBack():
            return undoable
        case UndoAsked() | MyLibraryFound() | SlipAsked() | SlipPrinted():
            return undoable
    return None


def _as_cancelled(reservation: Reservation) -> Reservation:
    return replace(reservation, state=ReservationState.CANCELLED, position=None)
