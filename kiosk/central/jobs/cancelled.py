"""Erases cancelled reservations that are no longer listed (rule V2)."""

from sqlalchemy import and_

from kiosk.central.lending.late import erase_over
from kiosk.central.service import Service
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.reservations import ReservationState


def erase_cancelled(service: Service) -> int:
    """Erase what patrons cancelled before the first day that is listed; how many there were.

    The row also remembers that its permit was used. It stays as long as the service would
    honour the permit: what a kiosk sends again must not be reserved a second time.
    """
    policy, now = service.policy, service.clock.now()
    no_longer_listed = and_(
        ReservationRow.state == ReservationState.CANCELLED,
        ReservationRow.ended_at < policy.reservation.listed_since(now, policy.calendar),
        ReservationRow.requested_at < now - policy.permit.honoured,
    )
    return erase_over(service.database, no_longer_listed, now)
