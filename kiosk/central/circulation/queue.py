"""Which reservation an item is for: the first in the queue that it can serve (rule R9)."""

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState

NOT_YET_THERE = (ReservationState.QUEUED, ReservationState.IN_TRANSIT)


def is_next_up() -> ColumnElement[bool]:
    """Queued, and no title before it in its 順番予約 is still to come.

    A title is supplied once the one before it is ready. So 上巻 and 下巻 may wait on the hold
    shelf together and cost one walk; what matters to the reader is that 下巻 never comes first.
    One that was collected, cancelled or not fetched in time holds up nobody either.
    """
    return and_(ReservationRow.state == ReservationState.QUEUED, ~is_held_up())


def is_held_up() -> ColumnElement[bool]:
    """A title before it in its 順番予約 is still to come."""
    before = aliased(ReservationRow)
    return exists().where(
        before.sequence_id == ReservationRow.sequence_id,
        before.sequence_rank < ReservationRow.sequence_rank,
        before.state.in_(NOT_YET_THERE),
    )


def can_serve(policy: Policy, item: ItemRow, work: str) -> ColumnElement[bool]:
    """The reservations that this item would do for.

    Those for its title, and those for any edition of its work that counts in the same group:
    who reserved a book is not given its read-aloud CD. Only where the pickup branch hands out
    the material (R6).

    Args:
        policy: of the library.
        item: in question.
        work: of its title; "" is no work.
    """
    group = policy.quota.group_of(item.material, item.shelf_mark).name
    editions = select(TitleRow.id).where(TitleRow.work == func.nullif(work, ""))
    any_edition = and_(
        ReservationRow.any_edition,
        ReservationRow.quota_group == group,
        ReservationRow.title_id.in_(editions),
    )
    return and_(
        or_(ReservationRow.title_id == item.title_id, any_edition),
        ReservationRow.pickup_id.not_in(policy.pickup.refusing(item.material)),
    )


def first_for(session: Session, policy: Policy, item: ItemRow) -> ReservationRow | None:
    """The reservation that gets the item, locked; None where nobody waits for it.

    Raises:
        RaceLost: the order of the queue changed while we waited for the lock.
    """
    if item.is_reference:
        return None
    work = session.get_one(TitleRow, item.title_id).work
    waiting = (
        select(ReservationRow)
        .where(is_next_up(), can_serve(policy, item, work))
        .order_by(ReservationRow.place)
        .limit(1)
    )
    locked = waiting.with_for_update(key_share=True).execution_options(populate_existing=True)
    first = session.scalars(locked).first()
    if session.scalars(waiting).first() is not first:
        raise RaceLost
    return first
