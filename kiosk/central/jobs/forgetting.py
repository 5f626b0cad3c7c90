"""Erases who had what, as soon as the policy lets the library forget it."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_

from kiosk.central.lending.late import erase_over
from kiosk.central.service import Service
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.reservations import ReservationState


def erase_returned(service: Service) -> int:
    """Erase loans that were returned longer ago than they are kept; how many there were."""
    until = service.clock.now() - timedelta(days=service.policy.loan.returned_kept_days)
    returned = delete(LoanRow).where(LoanRow.returned_at <= until)
    with service.database.writing() as session:
        return session.connection().execute(returned).rowcount


def erase_ended(service: Service) -> int:
    """Erase reservations that were collected or expired; how many there were.

    As with those that were cancelled, a row stays as long as the service would honour its permit.
    """
    policy, now = service.policy, service.clock.now()
    kept = policy.reservation
    over = or_(
        _ended(ReservationState.COLLECTED, now - timedelta(days=kept.collected_kept_days)),
        _ended(ReservationState.EXPIRED, now - timedelta(days=kept.expired_kept_days)),
    )
    answered = or_(
        ReservationRow.permit_id.is_(None),
        ReservationRow.requested_at < now - policy.permit.honoured,
    )
    return erase_over(service.database, and_(over, answered), now)


def forget_erased(service: Service) -> int:
    """Let what was erased leave the disk as well; counts nothing."""
    service.database.forget()
    return 0


def _ended(state: ReservationState, until: datetime) -> ColumnElement[bool]:
    return and_(ReservationRow.state == state, ReservationRow.ended_at <= until)
