"""What a patron's own 順番予約 holds up, and by which title (rule R7)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.queue import NOT_YET_THERE
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.reservations import ReservationId


def titles_before(session: Session, rows: Sequence[ReservationRow]) -> dict[ReservationId, str]:
    """The title right before each that is still to come; without those that nothing holds up."""
    orders = {row.sequence_id for row in rows if row.sequence_id is not None}
    if not orders:
        return {}
    to_come = (
        select(ReservationRow.sequence_id, ReservationRow.sequence_rank, TitleRow)
        .join(TitleRow, TitleRow.id == ReservationRow.title_id)
        .where(ReservationRow.sequence_id.in_(orders))
        .where(ReservationRow.state.in_(NOT_YET_THERE))
        .order_by(ReservationRow.sequence_rank)
    )
    found: dict[ReservationId, str] = {}
    members = session.execute(to_come).all()
    for row in rows:
        before = [
            title.name if not title.part else f"{title.name} {title.part}"
            for order, rank, title in members
            if order == row.sequence_id and (rank or 0) < (row.sequence_rank or 0)
        ]
        if before:
            found[row.id] = before[-1]
    return found
