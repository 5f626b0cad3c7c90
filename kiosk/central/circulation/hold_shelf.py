"""What stands on a branch's hold shelf, and what has stood there too long."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kiosk.central.circulation.rows import set_aside_for, shown
from kiosk.central.circulation.setting_aside import end
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import OnHoldShelf
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState

MOST = 2000  # more than any hold shelf has places


def standing(session: Session, branch: BranchId) -> tuple[OnHoldShelf, ...]:
    """All of it, by place."""
    on_it = _standing(branch).order_by(ItemRow.hold_shelf, ItemRow.barcode).limit(MOST)
    return tuple(_entry(session, item) for item in session.scalars(on_it))


def overdue(session: Session, policy: Policy, now: datetime) -> Sequence[ReservationRow]:
    """Reservations whose last day to be fetched is over."""
    past = (
        select(ReservationRow)
        .where(ReservationRow.state == ReservationState.READY)
        .where(ReservationRow.ready_until < policy.calendar.today(now))
        .order_by(ReservationRow.place)
    )
    return session.scalars(past.limit(MOST).with_for_update(key_share=True)).all()


def expire(session: Session, policy: Policy, now: datetime) -> Sequence[ReservationRow]:
    """End what was not fetched in time; the items stand until a librarian takes them off."""
    over = overdue(session, policy, now)
    for reservation in over:
        end(session, reservation, ReservationState.EXPIRED, now)
    return over


def _standing(branch: BranchId) -> Select[ItemRow]:
    return select(ItemRow).where(
        ItemRow.at_branch_id == branch, ItemRow.state == ItemState.ON_HOLD_SHELF
    )


def _entry(session: Session, item: ItemRow) -> OnHoldShelf:
    reservation = set_aside_for(session, item)
    if reservation is None:
        return OnHoldShelf(shown(session, item), item.hold_shelf)
    number, until = reservation.number, reservation.ready_until
    return OnHoldShelf(shown(session, item), item.hold_shelf, number, until)
