"""What is to be done with an item that a librarian holds: the one place where that is decided."""

from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.central.circulation.queue import first_for
from kiosk.central.circulation.rows import (
    branch_of,
    hold,
    hold_free,
    loan_of,
    set_aside_for,
    shown,
)
from kiosk.central.circulation.setting_aside import put_on_hold_shelf, send_for_pickup, travel
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import Next, SendHome, ShelveHere
from kiosk.domain.errors.circulation import AlreadyLent, ItemUnknown
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy


def item_of(session: Session, barcode: str) -> ItemRow:
    """Raises ItemUnknown."""
    item = session.get(ItemRow, barcode)
    if item is None:
        raise ItemUnknown
    return item


def item_in_hand(session: Session, barcode: str) -> ItemRow:
    """An item that no patron has.

    Raises:
        ItemUnknown.
        AlreadyLent: it is on loan, and is to be taken back first.
    """
    item = item_of(session, barcode)
    if loan_of(session, item) is not None:
        raise AlreadyLent
    return item


def next_for(session: Session, policy: Policy, item: ItemRow, at: BranchId, now: datetime) -> Next:
    """Decide, and write down that it is done.

    It is for the reservation for which it is set aside already, or else for the first in the
    queue; without any it goes home.
    """
    reservation = set_aside_for(session, item) or _claimed(session, policy, item)
    if reservation is None:
        hold_free(session, item)
    else:
        hold(session, item)
    if loan_of(session, item) is not None:  # lent since we looked
        raise RaceLost
    if reservation is None:
        return _home(session, item, at)
    if reservation.pickup_id == at:
        return put_on_hold_shelf(session, policy, item, reservation, now)
    return send_for_pickup(session, item, reservation, at, now)


def _claimed(session: Session, policy: Policy, item: ItemRow) -> ReservationRow | None:
    """The first in the queue, that has the item from now on.

    Raises:
        RaceLost: another counter gave the item to another reservation.
    """
    first = first_for(session, policy, item)
    if first is not None:
        first.item_barcode = item.barcode
        session.flush()
    return first


def _home(session: Session, item: ItemRow, at: BranchId) -> ShelveHere | SendHome:
    if item.branch_id != at:
        travel(item, at, item.branch_id)
        return SendHome(shown(session, item), branch_of(session, item.branch_id))
    item.state = ItemState.ON_SHELF
    item.at_branch_id, item.bound_for_id = None, None
    item.hold_shelf = ""
    return ShelveHere(shown(session, item))
