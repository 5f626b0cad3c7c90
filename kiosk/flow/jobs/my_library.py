"""Jobs about what is the patron's own."""

from kiosk.domain.errors import SlipNotYours
from kiosk.domain.reservations import ReservationState
from kiosk.events import (
    CancelAsked,
    ChangesFound,
    Event,
    LoanRenewed,
    MyLibraryFound,
    RenewAsked,
    ReservationCancelled,
    ReservationChanged,
    ReservationOpened,
    ReservationRestored,
)
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import SeeSlip, Visit


def find_my_library(visit: Visit, kit: Kit, _event: Event) -> Event:
    session = signed_part(visit).session
    return MyLibraryFound(
        kit.reservations.mine(session),
        kit.loans.mine(session),
        kit.reservations.cancelled(session),
        kit.clock.now().date(),
    )


def open_slip(visit: Visit, _kit: Kit, _found: Event) -> Event:
    """Raises SlipNotYours: no reservation of this patron has the number."""
    assert isinstance(visit.purpose, SeeSlip), "a slip was scanned"
    number = visit.purpose.number
    for each in signed_part(visit).library.reservations or ():
        if each.number == number:
            return ReservationOpened(each.id)
    raise SlipNotYours


def renew(visit: Visit, kit: Kit, asked: Event) -> Event:
    assert isinstance(asked, RenewAsked)
    signed = signed_part(visit)
    shown = signed.library.loan(asked.loan)
    seen = shown.due_on if shown is not None else None
    return LoanRenewed(kit.loans.renew(signed.session, asked.loan, seen))


def find_changes(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = signed_part(visit)
    assert signed.library.opened is not None, "only what is looked at is changed"
    return ChangesFound(kit.reservations.changes(signed.session, signed.library.opened))


def change_reservation(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = signed_part(visit)
    assert signed.library.opened is not None, "only what is looked at is changed"
    assert signed.pickup is not None, "the chart confirms only a chosen branch"
    assert signed.notice is not None, "the chart confirms only a chosen notice"
    changed = kit.reservations.change(
        signed.session, signed.library.opened, signed.pickup, signed.notice
    )
    return ReservationChanged(changed)


def cancel_reservation(visit: Visit, kit: Kit, asked: Event) -> Event:
    assert isinstance(asked, CancelAsked)
    kit.reservations.cancel(signed_part(visit).session, asked.reservation)
    return ReservationCancelled(asked.reservation)


def undo(visit: Visit, kit: Kit, _event: Event) -> Event:
    """A reservation is cancelled, a cancelled one restored."""
    signed = signed_part(visit)
    assert signed.undoable is not None, "only what was done is undone"
    undoable = signed.undoable
    if undoable.state is ReservationState.CANCELLED:
        return ReservationRestored(kit.reservations.restore(signed.session, undoable.id))
    kit.reservations.cancel(signed.session, undoable.id)
    return ReservationCancelled(undoable.id)
