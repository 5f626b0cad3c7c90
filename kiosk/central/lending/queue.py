"""Who waits before whom: in the order of receipt, whatever the channel (rule R9)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select
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
    found: dict[ReservationId, list[Others]] = defaultdict(list)
    for own, *group in session.execute(_ahead(), {"asked": list(asked)}):
        found[own].append(_others(group))
    return {each: tuple(found[each]) for each in asked}


def all_for(session: Session, title: TitleId) -> tuple[Others, ...]:
    """Who waits before somebody who reserves the title now."""
    return tuple(_others(group) for group in session.execute(_all_for(), {"title": title}))


def may_compete(theirs: type[TitleRow], wanted: type[TitleRow]) -> ColumnElement[bool]:
    """The same title, or another of the same work; most titles have none, and are no work.

    NULL equals nothing: looked up as "", all of these would be read each time.
    """
    return or_(theirs.id == wanted.id, theirs.work == func.nullif(wanted.work, ""))


@cache
def _ahead() -> Select[Any]:
    """Made once: to put it together takes longer than to ask."""
    mine, wanted, theirs = aliased(ReservationRow), aliased(TitleRow), aliased(TitleRow)
    kind = _kind(theirs)
    return (
        select(mine.id, *kind, func.count())
        .join(wanted, wanted.id == mine.title_id)
        .join(theirs, may_compete(theirs, wanted))
        .join(ReservationRow, ReservationRow.title_id == theirs.id)
        .where(mine.id.in_(bindparam("asked", expanding=True)))
        .where(_QUEUED, ReservationRow.place < mine.place)
        .group_by(mine.id, *kind)
    )


@cache
def _all_for() -> Select[Any]:
    wanted, theirs = aliased(TitleRow), aliased(TitleRow)
    kind = _kind(theirs)
    return (
        select(*kind, func.count())
        .select_from(wanted)
        .join(theirs, may_compete(theirs, wanted))
        .join(ReservationRow, ReservationRow.title_id == theirs.id)
        .where(wanted.id == bindparam("title"), _QUEUED)
        .group_by(*kind)
    )


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
