"""Rows of reservations as the patron sees them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.lending.queue import positions
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.reservations import Reservation, ReservationState


def shown(session: Session, rows: Sequence[ReservationRow]) -> tuple[Reservation, ...]:
    """Each with its title, its branch and its position in the queue."""
    place = positions(session, [row.id for row in rows])
    ids = {row.title_id for row in rows}
    titles = {row.id: row for row in session.scalars(select(TitleRow).where(TitleRow.id.in_(ids)))}
    branches = {row.id: row for row in session.scalars(select(BranchRow))}
    return tuple(
        _reservation(row, titles[row.title_id], branches[row.pickup_id], place.get(row.id))
        for row in rows
    )


def _reservation(
    row: ReservationRow, title: TitleRow, pickup: BranchRow, position: int | None
) -> Reservation:
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
        position=position,
        ready_until=row.ready_until,
        hold_shelf=row.hold_shelf,
        cancelled_at=row.ended_at if row.state is ReservationState.CANCELLED else None,
        sequence_rank=row.sequence_rank,
        any_edition=row.any_edition,
        can_change=row.state is ReservationState.QUEUED,
    )
