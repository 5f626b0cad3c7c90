"""Other editions of the work that a patron wants."""

from functools import cache

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.items import ItemState
from kiosk.domain.policy import QuotaGroup, QuotaPolicy
from kiosk.domain.titles import TitleId


def other_editions(session: Session, quota: QuotaPolicy, title: TitleId, group: QuotaGroup) -> int:
    """How many would do as well: those that are lent, and that count in the same group.

    It is the same group in which circulation looks for an item for whoever takes any edition.
    """
    return len(
        {
            item.title_id
            for item in session.scalars(_of_other_editions(), {"title": title})
            if quota.group_of(item.material, item.shelf_mark).name == group.name
        }
    )


@cache
def _of_other_editions() -> Select[ItemRow]:
    """Made once, as queue.py's."""
    wanted, other = aliased(TitleRow), aliased(TitleRow)
    return (
        select(ItemRow)
        .join(other, other.id == ItemRow.title_id)
        .join(wanted, (other.work == func.nullif(wanted.work, "")) & (wanted.id != other.id))
        .where(wanted.id == bindparam("title"))
        .where(other.is_withdrawn.is_(False))
        .where(ItemRow.state != ItemState.MISSING, ItemRow.is_reference.is_(False))
    )
