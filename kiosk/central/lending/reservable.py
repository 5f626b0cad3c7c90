"""A title that can be reserved, with all that is read of it: once for all who ask about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from kiosk.central.lending.copies import Seen, copies_of
from kiosk.central.lending.wants import Want
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import NotReservable, TitleUnknown
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy, QuotaGroup
from kiosk.domain.titles import Material, TitleId


@dataclass(frozen=True, slots=True)
class Stock:
    """What the library has of a title."""

    material: Material
    on_shelf_at: frozenset[BranchId]


@dataclass(frozen=True, slots=True)
class Reservable:
    row: TitleRow
    stock: Stock
    group: QuotaGroup
    copies: Sequence[Seen]  # of the title, and of its work

    def want(self, *, any_edition: bool, pickup: BranchId | None = None) -> Want:
        return Want(self.row.id, self.row.work, any_edition, self.group.name, pickup)


def reservable(session: Session, policy: Policy, title: TitleId) -> Reservable:
    """A title and the items by which it can be reserved, at least one; two statements.

    Raises:
        TitleUnknown, NotReservable.
    """
    row = session.get(TitleRow, title)
    if row is None:
        raise TitleUnknown
    copies = copies_of(session, policy, {title}, {row.work} - {""})
    items = _lendable(title, copies)
    if row.is_withdrawn or not items:
        raise NotReservable
    group = next(each for each in policy.quota.groups if each.name == items[0].kind.quota_group)
    return Reservable(row, _stock(items), group, copies)


def stock_of(session: Session, policy: Policy, title: TitleId) -> Stock:
    """What there is of a title that was reserved; what is lost since is still of its kind."""
    items = _lendable(title, copies_of(session, policy, {title}, ()))
    return _stock(items) if items else Stock(session.get_one(TitleRow, title).material, frozenset())


def _lendable(title: TitleId, copies: Sequence[Seen]) -> list[Seen]:
    return [each for each in copies if each.kind.title == title and each.is_there]


def _stock(items: Sequence[Seen]) -> Stock:
    shelves = (item.branch for item in items if item.state is ItemState.ON_SHELF)
    return Stock(items[0].kind.material, frozenset(shelves))
