"""Rows of reservations as the patron sees them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.lending.standing import Standing, positions, standings
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import Reservation, ReservationId, ReservationState


def shown(
    session: Session, policy: Policy, rows: Sequence[ReservationRow], now: datetime | None = None
) -> tuple[Reservation, ...]:
    """Each with its title, its branch and its position in the queue.

    now: given where the waiting time and what changed the position are to be told too.
    """
    ids = {row.title_id for row in rows}
    titles = {row.id: row for row in session.scalars(select(TitleRow).where(TitleRow.id.in_(ids)))}
    branches = {row.id: row for row in session.scalars(select(BranchRow))}
    standing: Mapping[ReservationId, Standing] = (
        positions(session, policy, rows, titles)
        if now is None
        else standings(session, policy, rows, titles, branches, now)
    )
    return tuple(
        reservation(row, titles[row.title_id], branches[row.pickup_id], standing.get(row.id))
        for row in rows
    )


def reservation(
    row: ReservationRow, title: TitleRow, pickup: BranchRow, standing: Standing | None
) -> Reservation:
    """One, of what was read."""
    record = title.to_title()
    return Reservation(
        id=row.id,
        number=row.number,
        title=row.title_id,
        title_name=record.name,
        creator=record.creators[0].name if record.creators else "",
        call_number=record.call_number,
        pickup=pickup.to_branch(),
        notice=row.notice,
        state=row.state,
        requested_at=row.requested_at,
        position=standing.position if standing else None,
        ready_until=row.ready_until,
        hold_shelf=row.hold_shelf,
        cancelled_at=row.ended_at if row.state is ReservationState.CANCELLED else None,
        sequence_rank=row.sequence_rank,
        any_edition=row.any_edition,
        can_change=row.state is ReservationState.QUEUED,
        waiting=standing.waiting if standing else None,
        moved=standing.moved if standing else None,
        comes_after=standing.comes_after if standing else "",
    )
