"""Writes down whom a change takes out of a queue, or back in, for those who wait behind."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.queue import NOT_YET_THERE
from kiosk.central.tables.queue import QueueChangeRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.reservations import ReservationState
from kiosk.domain.waiting import WhyMoved


@contextmanager
def moving(
    session: Session, rows: Sequence[ReservationRow], why: WhyMoved, now: datetime
) -> Iterator[None]:
    """Compare who counts in a queue before and after what is done inside.

    A 順番予約 counts with it: its next title comes in once this one is there. Who joins the
    queue at its end is no change for anybody.
    """
    concerned = {row.place: row for row in (*rows, *_in_their_orders(session, rows))}
    before = _counting(concerned.values())
    yield
    after = _counting(concerned.values())
    own = {row.place for row in rows}
    for place in sorted(before ^ after):
        step = 1 if place in after else -1
        reached = WhyMoved.ORDER_REACHED if step > 0 else WhyMoved.ORDER_CHANGED
        reason = why if place in own else reached
        session.add(_change(concerned[place], step, reason, now))


def _in_their_orders(session: Session, rows: Sequence[ReservationRow]) -> Sequence[ReservationRow]:
    orders = {row.sequence_id for row in rows if row.sequence_id is not None}
    if not orders:
        return ()
    members = select(ReservationRow).where(ReservationRow.sequence_id.in_(orders))
    return session.scalars(members).all()


def _counting(rows: Iterable[ReservationRow]) -> set[int]:
    """The places of those that wait for nothing else (as `queue.is_next_up`)."""
    there = list(rows)
    return {
        row.place
        for row in there
        if row.state is ReservationState.QUEUED
        and not any(_comes_before(other, row) for other in there)
    }


def _comes_before(other: ReservationRow, row: ReservationRow) -> bool:
    return (
        row.sequence_id is not None
        and other.sequence_id == row.sequence_id
        and (other.sequence_rank or 0) < (row.sequence_rank or 0)
        and other.state in NOT_YET_THERE
    )


def _change(row: ReservationRow, step: int, why: WhyMoved, now: datetime) -> QueueChangeRow:
    return QueueChangeRow(
        title_id=row.title_id,
        place=row.place,
        any_edition=row.any_edition,
        quota_group=row.quota_group,
        step=step,
        why=why,
        changed_at=now,
    )
