"""Whether a patron may reserve a title now, and as what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.storage.counting import lowest_free
from kiosk.central.storage.deciding import KEEPING_KEY
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NotReservable,
    TitleUnknown,
)
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import QuotaGroup, QuotaPolicy
from kiosk.domain.titles import Material, TitleId


@dataclass(frozen=True, slots=True)
class Stock:
    """What the library has of a title."""

    material: Material
    on_shelf_at: frozenset[BranchId]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A title that this patron may reserve."""

    stock: Stock
    group: QuotaGroup
    left: int | None  # how many more of the group, this one included
    slot: int  # the lowest of the group that the patron has free


def wanted(session: Session, quota: QuotaPolicy, patron: PatronId, title: TitleId) -> Wanted:
    """What the patron wants, if the rules let it be reserved.

    Raises:
        TitleUnknown, NotReservable, AlreadyOnLoan, AlreadyReserved, LimitReached.
    """
    items = reservable(session, title)
    _refuse_what_is_lent(session, patron, title)
    _refuse_what_is_reserved(session, patron, title)
    group = quota.group_of(items[0].material, items[0].shelf_mark)
    taken = _slots(session, patron, group)
    left = group.left(len(taken))
    if left == 0:
        assert group.limit is not None, "only a limit leaves nothing"
        raise LimitReached(group.limit, group.name)
    return Wanted(_stock(items), group, left, lowest_free(taken))


def reservable(session: Session, title: TitleId) -> list[ItemRow]:
    """The items by which a title can be reserved, at least one.

    Raises:
        TitleUnknown, NotReservable.
    """
    row = session.get(TitleRow, title)
    if row is None:
        raise TitleUnknown
    items = _lendable(session, title)
    if row.is_withdrawn or not items:
        raise NotReservable
    return items


def check_again(session: Session, patron: PatronId, title: TitleId) -> None:
    """What a constraint cannot hold, once the reservation stands (rule R8).

    Whoever lends to the patron locks the row too: one of two sees what the other did.

    Raises:
        AlreadyOnLoan.
    """
    session.get_one(PatronRow, patron, with_for_update=KEEPING_KEY, populate_existing=True)
    _refuse_what_is_lent(session, patron, title)


def stock_of(session: Session, title: TitleId) -> Stock:
    """What there is of a title that was reserved; what is lost since is still of its kind."""
    items = _lendable(session, title)
    return _stock(items) if items else Stock(session.get_one(TitleRow, title).material, frozenset())


def _stock(items: list[ItemRow]) -> Stock:
    shelves = (item.branch_id for item in items if item.state is ItemState.ON_SHELF)
    return Stock(items[0].material, frozenset(shelves))


def _lendable(session: Session, title: TitleId) -> list[ItemRow]:
    there = (
        select(ItemRow)
        .where(ItemRow.title_id == title, ItemRow.state != ItemState.MISSING)
        .where(ItemRow.is_reference.is_(False))
        .order_by(ItemRow.barcode)
    )
    return list(session.scalars(there))


def _refuse_what_is_lent(session: Session, patron: PatronId, title: TitleId) -> None:
    """Rule R8."""
    lent = (
        select(LoanRow.id)
        .join(ItemRow, ItemRow.barcode == LoanRow.item_barcode)
        .where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
        .where(ItemRow.title_id == title)
    )
    if session.scalars(lent.limit(1)).first() is not None:
        raise AlreadyOnLoan


def _refuse_what_is_reserved(session: Session, patron: PatronId, title: TitleId) -> None:
    """Rule R8."""
    reserved = select(ReservationRow.id).where(
        ReservationRow.patron_id == patron,
        ReservationRow.title_id == title,
        ReservationRow.state.in_(OPEN_STATES),
    )
    if session.scalars(reserved.limit(1)).first() is not None:
        raise AlreadyReserved


def _slots(session: Session, patron: PatronId, group: QuotaGroup) -> Sequence[int]:
    """Of the open reservations of all channels (rule R5)."""
    held = (
        select(ReservationRow.quota_slot)
        .where(ReservationRow.patron_id == patron, ReservationRow.quota_group == group.name)
        .where(ReservationRow.state.in_(OPEN_STATES))
    )
    return session.scalars(held).all()
