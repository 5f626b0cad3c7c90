"""Ties an item to a reservation and lets it go again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.moving import moving
from kiosk.central.circulation.rows import branch_of, shown
from kiosk.central.notices import due
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.deciding import KEEPING_KEY
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import PutOnHoldShelf, SendForPickup
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState
from kiosk.domain.waiting import WhyMoved

_WHY = {
    ReservationState.IN_TRANSIT: WhyMoved.ITEM_CAME,
    ReservationState.READY: WhyMoved.ITEM_CAME,
    ReservationState.COLLECTED: WhyMoved.ITEM_CAME,
    ReservationState.CANCELLED: WhyMoved.CANCELLED,
    ReservationState.EXPIRED: WhyMoved.CANCELLED,
    ReservationState.QUEUED: WhyMoved.ITEM_LOST,
}


def send_for_pickup(
    session: Session, item: ItemRow, reservation: ReservationRow, at: BranchId, now: datetime
) -> SendForPickup:
    """On its way (配送中) from here to where the patron fetches it."""
    if reservation.state is ReservationState.READY:  # it strayed from its hold shelf
        put_back(session, reservation, now)
    _move(session, reservation, ReservationState.IN_TRANSIT, now)
    reservation.item_barcode = item.barcode
    travel(item, at, reservation.pickup_id)
    to = branch_of(session, reservation.pickup_id)
    return SendForPickup(shown(session, item), to, reservation.number)


def put_on_hold_shelf(
    session: Session, policy: Policy, item: ItemRow, reservation: ReservationRow, now: datetime
) -> PutOnHoldShelf:
    """Ready (取置) here, with a place and a last day; one that is so already keeps both."""
    if reservation.state is not ReservationState.READY or not reservation.ready_until:
        branch = session.get_one(BranchRow, reservation.pickup_id, with_for_update=KEEPING_KEY)
        calendar = policy.calendar.besides(branch.to_branch().closed_weekdays)
        today = policy.calendar.today(now)
        _move(session, reservation, ReservationState.READY, now)
        reservation.item_barcode = item.barcode
        reservation.ready_until = policy.hold_shelf.last_day(today, calendar)
        reservation.hold_shelf = policy.hold_shelf.place(_taken(session, branch.id))
        due.ready(session, reservation, now)
    item.state = ItemState.ON_HOLD_SHELF
    item.at_branch_id, item.bound_for_id = reservation.pickup_id, None
    item.hold_shelf = reservation.hold_shelf
    return PutOnHoldShelf(
        shown(session, item), item.hold_shelf, reservation.number, reservation.ready_until
    )


def travel(item: ItemRow, at: BranchId, to: BranchId) -> None:
    item.state = ItemState.IN_TRANSIT
    item.at_branch_id, item.bound_for_id = at, to
    item.hold_shelf = ""


def put_back(session: Session, reservation: ReservationRow, now: datetime) -> None:
    """Its item is gone: it waits again, at its old place in the queue."""
    _move(session, reservation, ReservationState.QUEUED, now)
    _let_go(reservation)
    due.undone(session, reservation, now)


def end(
    session: Session, reservation: ReservationRow, state: ReservationState, now: datetime
) -> None:
    """Collected, cancelled or expired. What was set aside for it stays where it stands."""
    _move(session, reservation, state, now)
    reservation.ended_at = now
    _let_go(reservation)
    due.undone(session, reservation, now)


def _move(
    session: Session, reservation: ReservationRow, state: ReservationState, now: datetime
) -> None:
    """Fewer or more patrons wait for the title now, and those behind are told why."""
    with moving(session, (reservation,), _WHY[state], now):
        reservation.state = state
    availability_changed(session, [reservation.title_id])


def _let_go(reservation: ReservationRow) -> None:
    reservation.item_barcode = None
    reservation.hold_shelf = ""
    reservation.ready_until = None


def _taken(session: Session, branch: BranchId) -> set[str]:
    """The places of a hold shelf on which something stands."""
    standing = select(ItemRow.hold_shelf).where(
        ItemRow.at_branch_id == branch, ItemRow.state == ItemState.ON_HOLD_SHELF
    )
    promised = select(ReservationRow.hold_shelf).where(
        ReservationRow.pickup_id == branch, ReservationRow.state == ReservationState.READY
    )
    return {*session.scalars(standing), *session.scalars(promised)}
