"""Takes a reservation out of the queue, puts it back, and lists what was cancelled."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.moving import moving
from kiosk.central.circulation.rows import reservation_of
from kiosk.central.lending.shown import shown
from kiosk.central.lending.wanted import check_again, wanted
from kiosk.central.records.changes import availability_changed
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import TooLateToChange
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import Reservation, ReservationId, ReservationState
from kiosk.domain.waiting import WhyMoved

MOST_LISTED = 500


def cancel(session: Session, patron: PatronId, reservation: ReservationId, now: datetime) -> None:
    """Raises ReservationUnknown, TooLateToChange."""
    row = reservation_of(session, reservation, patron)
    if row.state is ReservationState.CANCELLED:
        return
    if row.state is not ReservationState.QUEUED:
        raise TooLateToChange
    with moving(session, (row,), WhyMoved.CANCELLED, now):
        row.state, row.ended_at = ReservationState.CANCELLED, now
    availability_changed(session, [row.title_id])


def restore(
    session: Session, policy: Policy, patron: PatronId, reservation: ReservationId, now: datetime
) -> Reservation:
    """Raises ReservationUnknown, TooLateToChange, and as `wanted`."""
    row = reservation_of(session, reservation, patron)
    if row.state is not ReservationState.QUEUED:
        _check_time(policy, row, now)
        found = wanted(session, policy, patron, row.title_id)
        row.quota_group, row.quota_slot = found.subject.group.name, found.slot
        with moving(session, (row,), WhyMoved.RESTORED, now):
            row.state, row.ended_at = ReservationState.QUEUED, None  # its place is the old one
        session.flush()
        check_again(session, patron, row.title_id)
        availability_changed(session, [row.title_id])
    [restored] = shown(session, policy, [row], now)
    return restored


def cancelled(
    session: Session, policy: Policy, patron: PatronId, now: datetime
) -> tuple[Reservation, ...]:
    """Rule V2: day 30 is the last that is listed."""
    since = policy.reservation.listed_since(now, policy.calendar)
    listed = (
        select(ReservationRow)
        .where(ReservationRow.patron_id == patron)
        .where(ReservationRow.state == ReservationState.CANCELLED)
        .where(ReservationRow.ended_at >= since)
        .order_by(ReservationRow.ended_at.desc(), ReservationRow.place.desc())
    )
    return shown(session, policy, session.scalars(listed.limit(MOST_LISTED)).all())


def _check_time(policy: Policy, row: ReservationRow, now: datetime) -> None:
    if row.state is not ReservationState.CANCELLED or row.ended_at is None:
        raise TooLateToChange
    if now > row.ended_at + policy.reservation.undone_within:
        raise TooLateToChange
