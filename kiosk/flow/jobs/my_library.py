"""Jobs about what is the patron's own."""

from kiosk.events import (
    Event,
    MyReservationsFound,
    ReservationCancelled,
)
from kiosk.flow.jobs.signed import signed_part
from kiosk.ports import Kit
from kiosk.visit import Visit


def undo_reservation(visit: Visit, kit: Kit, _event: Event) -> Event:
    signed = signed_part(visit)
    assert signed.last_reservation is not None, "only what was done is undone"
    kit.reservations.cancel(signed.session, signed.last_reservation.id)
    return ReservationCancelled(signed.last_reservation.id)


def find_my_reservations(visit: Visit, kit: Kit, _event: Event) -> Event:
    return MyReservationsFound(kit.reservations.mine(signed_part(visit).session))
