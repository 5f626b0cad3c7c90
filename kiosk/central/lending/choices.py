"""What a patron may choose for a reservation: where to fetch it, and how to be told."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.lending.reservable import Stock
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, NoticeOption
from kiosk.domain.errors import NoticeNotPossible, PickupNotPossible
from kiosk.domain.policy import NoticePolicy, PickupPolicy
from kiosk.domain.reservations import PickupOption


def branches_of(session: Session) -> dict[BranchId, BranchRow]:
    """All of them, as the library names them."""
    return {row.id: row for row in session.scalars(select(BranchRow).order_by(BranchRow.rank))}


def pickups(
    branches: Iterable[BranchRow], policy: PickupPolicy, stock: Stock, here: BranchId | None
) -> tuple[PickupOption, ...]:
    """Every branch, with the reason where it does not hand out this title."""
    return tuple(
        PickupOption(
            branch=row.to_branch(),
            is_here=row.id == here,
            days=policy.days(has_item_there=row.id in stock.on_shelf_at),
            why_not=policy.why_not(row.id, stock.material),
        )
        for row in branches
    )


def notices(policy: NoticePolicy, contacts: Contacts, channel: Channel) -> tuple[NoticeOption, ...]:
    """All five methods, with what is to be known of each, or why it cannot be chosen."""
    offered = (
        NoticeOption(method, contacts.masked(method), policy.why_not(method, channel, contacts))
        for method in NoticeMethod
    )
    return tuple(map(policy.facts.told_with, offered))


def check_choices(
    offered: Sequence[PickupOption],
    methods: Sequence[NoticeOption],
    pickup: BranchId,
    notice: NoticeMethod,
) -> None:
    """Raises PickupNotPossible, NoticeNotPossible."""
    if not any(each.branch.id == pickup and each.why_not is None for each in offered):
        raise PickupNotPossible
    if not any(each.method is notice and each.why_not is None for each in methods):
        raise NoticeNotPossible
