"""The items of titles and of their other editions, and when each comes round."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select, union
from sqlalchemy.orm import Session

from kiosk.central.lending.wants import Kind
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.policy import Policy
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Copy, Pace


@dataclass(frozen=True, slots=True)
class Seen:
    """An item that is lent, wherever it is now."""

    kind: Kind
    branch: BranchId  # where it belongs
    state: ItemState
    due_on: date | None  # of its loan
    is_set_aside: bool  # for a reservation
    kept_until: date | None  # on the hold shelf
    is_withdrawn: bool  # its title is in the catalogue no more

    @property
    def is_there(self) -> bool:
        """Somewhere; nobody knows it of what is missing."""
        return self.state is not ItemState.MISSING

    @property
    def is_free(self) -> bool:
        """Stands on its shelf, for whoever comes first."""
        return self.state is ItemState.ON_SHELF and self.due_on is None and not self.is_set_aside


def copies_of(
    session: Session, policy: Policy, titles: Collection[TitleId], works: Collection[str]
) -> list[Seen]:
    """All items of these titles and works but those that are read here only, in one query.

    In the order of their barcodes.
    """
    asked = {"titles": list(titles), "works": list(works)}
    return [_seen(policy, row) for row in session.execute(_there(), asked)]


@cache
def _there() -> Select[*tuple[Any, ...]]:
    """Made once, as queue.py's. With one "or" over both tables, every item would be read."""
    asked = union(
        select(TitleRow.id).where(TitleRow.id.in_(bindparam("titles", expanding=True))),
        select(TitleRow.id).where(TitleRow.work.in_(bindparam("works", expanding=True))),
    ).subquery()
    return (
        select(
            *(ItemRow.title_id, ItemRow.branch_id, ItemRow.material, ItemRow.shelf_mark),
            *(ItemRow.state, TitleRow.work, TitleRow.is_withdrawn),
            *(LoanRow.due_on, ReservationRow.id, ReservationRow.ready_until),
        )
        .join(TitleRow, TitleRow.id == ItemRow.title_id)
        .join(asked, asked.c.id == TitleRow.id)
        .outerjoin(
            LoanRow, (LoanRow.item_barcode == ItemRow.barcode) & LoanRow.returned_at.is_(None)
        )
        .outerjoin(
            ReservationRow,
            (ReservationRow.item_barcode == ItemRow.barcode)
            & ReservationRow.state.in_(OPEN_STATES),
        )
        .where(ItemRow.is_reference.is_(False))
        .order_by(ItemRow.barcode)
    )


def comes_round(seen: Seen, policy: Policy, pace: Pace, today: date) -> Copy | None:
    """When it is free for the first in the queue; None where it may never be."""
    if not seen.is_there:
        return None
    if seen.due_on is not None:
        return _from_loan(seen.due_on, policy, today)
    if seen.is_set_aside:
        return Copy(pace.quickest(today), _from_hold_shelf(seen.kept_until, pace, today))
    return Copy(today, today)


def _from_loan(due_on: date, policy: Policy, today: date) -> Copy | None:
    """One that is overdue is given some days more, from today: nobody knows when it comes."""
    grace = timedelta(days=policy.waiting.overdue_days)
    if due_on < today:
        return None if due_on + grace < today else Copy(today, today + grace)
    return Copy(today, due_on)


def _from_hold_shelf(kept_until: date | None, pace: Pace, today: date) -> date:
    """Fetched on the last day and lent for as long as there is."""
    if kept_until is None:  # still on its way there
        return pace.slowest(today)
    return pace.open_from(max(kept_until, today) + timedelta(days=pace.loan_days))


def _seen(policy: Policy, row: Row[Any]) -> Seen:
    group = policy.quota.group_of(row.material, row.shelf_mark).name
    return Seen(
        kind=Kind(row.title_id, row.work, row.material, group),
        branch=row.branch_id,
        state=row.state,
        due_on=row.due_on,
        is_set_aside=row.id is not None,
        kept_until=row.ready_until,
        is_withdrawn=row.is_withdrawn,
    )
