"""Who waits before whom: in the order of receipt, whatever the channel (rule R9)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from kiosk.central.circulation.queue import is_held_up
from kiosk.central.lending.wants import Want
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId


@dataclass(frozen=True, slots=True)
class Others:
    """So many who wait ahead for the same, in the same way."""

    want: Want
    is_held_up: bool  # by their own 順番予約: an item passes them
    count: int


_QUEUED = ReservationRow.state == ReservationState.QUEUED


def ahead_of(
    session: Session, asked: Sequence[ReservationId]
) -> dict[ReservationId, tuple[Others, ...]]:
    """Who waits before each, for its title or another edition of its work, in one query."""
    mine, wanted, theirs = aliased(ReservationRow), aliased(TitleRow), aliased(TitleRow)
    kind = _kind(theirs)
    counted = (
        select(mine.id, *kind, func.count())
        .join(wanted, wanted.id == mine.title_id)
        .join(theirs, may_compete(theirs, wanted))
        .join(ReservationRow, ReservationRow.title_id == theirs.id)
        .where(mine.id.in_(asked), _QUEUED, ReservationRow.place < mine.place)
        .group_by(mine.id, *kind)
    )
    found: dict[ReservationId, list[Others]] = defaultdict(list)
    for own, *group in session.execute(counted):
        found[own].append(_others(group))
    return {each: tuple(found[each]) for each in asked}


def all_for(session: Session, title: TitleId) -> tuple[Others, ...]:
    """Who waits before somebody who reserves the title now."""
    wanted, theirs = aliased(TitleRow), aliased(TitleRow)
    kind = _kind(theirs)
    counted = (
        select(*kind, func.count())
        .select_from(wanted)
        .join(theirs, may_compete(theirs, wanted))
        .join(ReservationRow, ReservationRow.title_id == theirs.id)
        .where(wanted.id == title, _QUEUED)
        .group_by(*kind)
    )
    return tuple(_others(group) for group in session.execute(counted))


def may_compete(theirs: type[TitleRow], wanted: type[TitleRow]) -> ColumnElement[bool]:
    return or_(theirs.id == wanted.id, and_(theirs.work == wanted.work, wanted.work != ""))


def _kind(theirs: type[TitleRow]) -> tuple[Any, ...]:
    """The columns by which those who wait are alike."""
    row = ReservationRow
    return (
        row.title_id,
        theirs.work,
        row.any_edition,
        row.quota_group,
        row.pickup_id,
        is_held_up().label("is_held_up"),
    )


def _others(group: Sequence[Any]) -> Others:
    title, work, any_edition, quota_group, pickup, held_up, count = group
    return Others(Want(title, work, any_edition, quota_group, pickup), bool(held_up), count)
