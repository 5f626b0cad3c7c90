"""Where the items of titles are now, counted by branch and shelf."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.items import ItemState
from kiosk.domain.policy.stacks import StacksPolicy
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import Availability, Holding, TitleId

Group = tuple[BranchId, str, str, bool]  # branch, shelf, floor, read here only


def whereabouts(
    session: Session, titles: Sequence[TitleId], stacks: StacksPolicy
) -> dict[TitleId, Availability]:
    """Each title's holdings, in the order of the branches, and how many patrons wait."""
    branches = {row.id: row for row in session.scalars(select(BranchRow))}
    items = _items(session, titles)
    due = _due(session, titles)
    waiting = waiting_for(session, titles)
    return {
        title: Availability(
            _closed(_holdings(_found(items[title]), due, branches), stacks),
            waiting.get(title, 0),
            len(items[title]) - len(_found(items[title])),
        )
        for title in titles
    }


def _found(items: Sequence[ItemRow]) -> list[ItemRow]:
    """What is missing stands nowhere; it is only counted."""
    return [item for item in items if item.state is not ItemState.MISSING]


def _closed(holdings: Sequence[Holding], stacks: StacksPolicy) -> tuple[Holding, ...]:
    """The holdings, each knowing whether patrons can go there."""
    return tuple(
        replace(each, is_closed_stacks=stacks.are_at(each.shelf, each.floor)) for each in holdings
    )


def waiting_for(session: Session, titles: Sequence[TitleId]) -> dict[TitleId, int]:
    """How many patrons wait for each title; none where a title is missing."""
    queued = (
        select(ReservationRow.title_id, func.count())
        .where(ReservationRow.title_id.in_(titles))
        .where(ReservationRow.state == ReservationState.QUEUED)
        .group_by(ReservationRow.title_id)
    )
    return dict(session.execute(queued).all())


def _items(session: Session, titles: Sequence[TitleId]) -> dict[TitleId, list[ItemRow]]:
    found: dict[TitleId, list[ItemRow]] = defaultdict(list)
    there = select(ItemRow).where(ItemRow.title_id.in_(titles)).order_by(ItemRow.barcode)
    for item in session.scalars(there):
        found[item.title_id].append(item)
    return found


def _due(session: Session, titles: Sequence[TitleId]) -> dict[str, date]:
    """When each item that is out comes back."""
    out = (
        select(LoanRow.item_barcode, LoanRow.due_on)
        .join(ItemRow, ItemRow.barcode == LoanRow.item_barcode)
        .where(ItemRow.title_id.in_(titles), LoanRow.returned_at.is_(None))
    )
    return dict(session.execute(out).all())


def _holdings(
    items: list[ItemRow], due: dict[str, date], branches: dict[BranchId, BranchRow]
) -> tuple[Holding, ...]:
    groups: dict[Group, list[ItemRow]] = defaultdict(list)
    for item in items:
        groups[_group(item)].append(item)
    ordered = sorted(groups, key=lambda group: (branches[group[0]].rank, group[1:]))
    return tuple(
        _holding(group, groups[group], due, branches[group[0]].to_branch()) for group in ordered
    )


def _group(item: ItemRow) -> Group:
    """Where it stands now; one that is out, on its way or set aside counts at home."""
    if item.state is ItemState.ON_SHELF and item.standing_at != item.branch_id:
        return item.standing_at, "", "", item.is_reference  # its shelf is the one at home
    return item.branch_id, item.shelf, item.floor, item.is_reference


def _holding(group: Group, items: list[ItemRow], due: dict[str, date], branch: Branch) -> Holding:
    _, shelf, floor, is_reference = group
    states = Counter(item.state for item in items)
    return Holding(
        branch=branch,
        items=len(items),
        on_shelf=states[ItemState.ON_SHELF],
        shelf=shelf,
        floor=floor,
        is_reference=is_reference,
        due=min((due[item.barcode] for item in items if item.barcode in due), default=None),
        set_aside=states[ItemState.IN_TRANSIT] + states[ItemState.ON_HOLD_SHELF],
        in_transit=states[ItemState.IN_TRANSIT],
        on_hold_shelf=states[ItemState.ON_HOLD_SHELF],
    )
