"""Who waits for a title, in which order: that of receipt, whatever the channel (rule R9)."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.reservations import ReservationId, ReservationState


def positions(session: Session, asked: Sequence[ReservationId]) -> dict[ReservationId, int]:
    """Each reservation's place among those that wait for its title, from 1.

    A reservation that left the queue is missing.
    """
    mine, ahead = aliased(ReservationRow), aliased(ReservationRow)
    counted = (
        select(mine.id, func.count())
        .join(ahead, (ahead.title_id == mine.title_id) & (ahead.place <= mine.place))
        .where(mine.id.in_(asked))
        .where(mine.state == ReservationState.QUEUED, ahead.state == ReservationState.QUEUED)
        .group_by(mine.id)
    )
    return dict(session.execute(counted).all())
