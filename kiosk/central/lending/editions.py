"""Other editions of the work that a patron wants."""

from sqlalchemy import select
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
    wanted, other = aliased(TitleRow), aliased(TitleRow)
    items = (
        select(ItemRow)
        .join(other, other.id == ItemRow.title_id)
        .join(wanted, (wanted.work == other.work) & (wanted.id != other.id))
        .where(wanted.id == title, wanted.work != "", other.is_withdrawn.is_(False))
        .where(ItemRow.state != ItemState.MISSING, ItemRow.is_reference.is_(False))
    )
    return len(
        {
            item.title_id
            for item in session.scalars(items)
            if quota.group_of(item.material, item.shelf_mark).name == group.name
        }
    )
