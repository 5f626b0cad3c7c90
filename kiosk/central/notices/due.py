"""Writes that a notice is due, and takes it back, inside the transaction that makes it so (V3)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.notices.outcomes import new_notice
from kiosk.central.tables.notices import NoticeRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeState

_TAKEN_BACK = (NoticeState.DUE, NoticeState.FOR_STAFF, NoticeState.FAILED)


def ready(session: Session, reservation: ReservationRow, now: datetime) -> None:
    """The reservation became ready: one notice is due, unless the patron wants none.

    A reservation that has a notice already, whatever became of it, gets no second one.
    """
    if reservation.notice is NoticeMethod.NONE or _notices_of(session, reservation):
        return
    session.add(new_notice(reservation, reservation.notice, now))
    session.flush()


def undone(session: Session, reservation: ReservationRow, _now: datetime) -> None:
    """It was cancelled, collected, or is not ready after all: nothing more is sent.

    What is being handed over, or has been, stays as it is.
    """
    for notice in _notices_of(session, reservation):
        if notice.state in _TAKEN_BACK:
            notice.state = NoticeState.DROPPED


def _notices_of(session: Session, reservation: ReservationRow) -> list[NoticeRow]:
    kept = select(NoticeRow).where(
        NoticeRow.reservation_id == reservation.id, NoticeRow.state != NoticeState.DROPPED
    )
    return list(session.scalars(kept.with_for_update()))
