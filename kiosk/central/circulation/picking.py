"""Today's pick list: what stands on this branch's shelves while somebody waits for it."""

from collections.abc import Sequence

from sqlalchemy import Row, exists, or_, select
from sqlalchemy.orm import Session

from kiosk.central.circulation.queue import is_next_up
from kiosk.central.circulation.rows import branch_of, shown
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.circulation import ToFetch
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy

MOST = 2000  # reservations that are looked at, the first in the queue first
Waiting = Row[ReservationRow, str]  # with the work of its title
Standing = Row[ItemRow, str]
_ON_A_SHELF = (ItemRow.state == ItemState.ON_SHELF, ItemRow.is_reference.is_(False))


def pick_list(session: Session, policy: Policy, branch: BranchId) -> tuple[ToFetch, ...]:
    """What to fetch here, in the order of the shelves.

    Each waiting reservation is given one item, that of its pickup branch before others; so no
    two branches fetch for the same one. Which reservation gets the item is decided when it is
    picked.
    """
    waiting = _waiting(session)
    free = _standing(session, waiting)
    chosen: list[tuple[ItemRow, BranchId]] = []
    for reservation, work in waiting:
        fits = [each for each in free if _does_for(policy, each, reservation, work)]
        if fits:
            nearest = min(fits, key=lambda each: each[0].standing_at != reservation.pickup_id)
            free.remove(nearest)
            chosen.append((nearest[0], reservation.pickup_id))
    here = [pair for pair in chosen if pair[0].standing_at == branch]
    here.sort(key=lambda pair: (pair[0].floor, pair[0].shelf, pair[0].barcode))
    return tuple(ToFetch(shown(session, item), branch_of(session, to)) for item, to in here)


def _waiting(session: Session) -> Sequence[Waiting]:
    has_item = exists().where(ItemRow.title_id == ReservationRow.title_id, *_ON_A_SHELF)
    queued = (
        select(ReservationRow, TitleRow.work)
        .join(TitleRow, TitleRow.id == ReservationRow.title_id)
        .where(is_next_up(), or_(has_item, ReservationRow.any_edition))
        .order_by(ReservationRow.place)
    )
    return session.execute(queued.limit(MOST)).all()


def _standing(session: Session, waiting: Sequence[Waiting]) -> list[Standing]:
    """The items on any shelf that somebody of these may wait for."""
    titles = {reservation.title_id for reservation, _ in waiting}
    works = {work for reservation, work in waiting if reservation.any_edition and work}
    there = (
        select(ItemRow, TitleRow.work)
        .join(TitleRow, TitleRow.id == ItemRow.title_id)
        .where(*_ON_A_SHELF)
        .where(or_(ItemRow.title_id.in_(titles), TitleRow.work.in_(works)))
        .order_by(ItemRow.barcode)
    )
    return list(session.execute(there))


def _does_for(policy: Policy, standing: Standing, reservation: ReservationRow, wanted: str) -> bool:
    """As `queue.can_serve`, for rows that are here."""
    item, work = standing
    if policy.pickup.why_not(reservation.pickup_id, item.material) is not None:
        return False
    if item.title_id == reservation.title_id:
        return True
    group = policy.quota.group_of(item.material, item.shelf_mark).name
    is_edition = reservation.any_edition and work != "" and work == wanted
    return is_edition and group == reservation.quota_group
