"""What is true of every library at the end of every day, whatever happened in it."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationId, ReservationState

IS_SET_ASIDE = {
    ReservationState.IN_TRANSIT: ItemState.IN_TRANSIT,
    ReservationState.READY: ItemState.ON_HOLD_SHELF,
}


def check(database: Database, policy: Policy) -> None:
    with database.session() as session:
        items = {row.barcode: row for row in session.scalars(select(ItemRow))}
        reservations = list(session.scalars(select(ReservationRow)))
        _each_item_is_in_one_state(session, items)
        _what_is_set_aside_is_where_its_reservation_says(items, reservations)
        _no_item_is_for_two(reservations)
        _no_place_holds_two(items)
        _quotas_are_kept(policy, reservations)


def set_aside(before: list[ReservationRow], after: list[ReservationRow]) -> set[ReservationId]:
    """Which of those that were queued have their item now; who took one along is not counted."""
    queued = {row.id for row in before if row.state is ReservationState.QUEUED}
    return {row.id for row in after if row.id in queued and row.state in IS_SET_ASIDE}


def _each_item_is_in_one_state(session: Session, items: dict[str, ItemRow]) -> None:
    open_loans = select(LoanRow.item_barcode).where(LoanRow.returned_at.is_(None))
    lent = Counter(session.scalars(open_loans))
    assert max(lent.values(), default=1) == 1
    for item in items.values():
        assert (item.state is ItemState.ON_LOAN) == (item.barcode in lent), item
        assert (item.state is ItemState.IN_TRANSIT) == (item.bound_for_id is not None), item
        assert (item.state is ItemState.ON_HOLD_SHELF) == (item.hold_shelf != ""), item
        if item.state is ItemState.ON_SHELF:
            assert item.standing_at == item.branch_id, item
        assert not (item.is_reference and item.state in IS_SET_ASIDE.values()), item


def _what_is_set_aside_is_where_its_reservation_says(
    items: dict[str, ItemRow], reservations: list[ReservationRow]
) -> None:
    for row in reservations:
        if row.state not in IS_SET_ASIDE:
            assert (row.item_barcode, row.hold_shelf) == (None, ""), row
            continue
        assert row.item_barcode is not None, row
        item = items[row.item_barcode]
        assert item.state is IS_SET_ASIDE[row.state], (row, item)
        assert (item.bound_for_id or item.at_branch_id) == row.pickup_id, (row, item)
        assert item.hold_shelf == row.hold_shelf, (row, item)
        assert (row.ready_until is not None) == (row.state is ReservationState.READY), row


def _no_item_is_for_two(reservations: list[ReservationRow]) -> None:
    tied = Counter(row.item_barcode for row in reservations if row.item_barcode)
    assert max(tied.values(), default=1) == 1


def _no_place_holds_two(items: dict[str, ItemRow]) -> None:
    places = Counter(
        (item.at_branch_id, item.hold_shelf) for item in items.values() if item.hold_shelf
    )
    assert max(places.values(), default=1) == 1, places.most_common(1)


def _quotas_are_kept(policy: Policy, reservations: list[ReservationRow]) -> None:
    limits = {group.name: group.limit for group in policy.quota.groups}
    held = Counter(
        (row.patron_id, row.quota_group) for row in reservations if row.state in OPEN_STATES
    )
    for (_, group), count in held.items():
        limit = limits[group]
        assert limit is None or count <= limit, group
