"""How reservations stand in the queue: position, waiting time, and what changed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.central.lending.competing import competes, position
from kiosk.central.lending.copies import Seen, copies_of
from kiosk.central.lending.moved import Change, changes_ahead, moved
from kiosk.central.lending.own_order import titles_before
from kiosk.central.lending.queue import Others, ahead_of
from kiosk.central.lending.waiting import opening_days, waiting_time, while_held_up
from kiosk.central.lending.wants import Want
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Moved, Waiting

Titles = Mapping[TitleId, TitleRow]
Branches = Mapping[BranchId, BranchRow]


@dataclass(frozen=True, slots=True)
class Standing:
    position: int
    waiting: Waiting | None = None
    moved: Moved | None = None
    comes_after: str = ""  # the title before it in the patron's own order (rule R7)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read for all of them."""

    policy: Policy
    titles: Titles
    branches: Branches
    ahead: Mapping[ReservationId, tuple[Others, ...]]
    copies: Sequence[Seen]


def positions(
    session: Session, policy: Policy, rows: Sequence[ReservationRow], titles: Titles
) -> dict[ReservationId, Standing]:
    """Of each that is queued, the position alone."""
    queued = _queued(rows)
    found = _find(session, policy, queued, titles, {})
    return {row.id: Standing(_position(found, row)) for row in queued}


def standings(
    session: Session,
    policy: Policy,
    rows: Sequence[ReservationRow],
    titles: Titles,
    branches: Branches,
    now: datetime,
) -> dict[ReservationId, Standing]:
    """Of each that is queued, all there is to tell; as many queries for many as for one."""
    queued = _queued(rows)
    found = _find(session, policy, queued, titles, branches)
    changes = changes_ahead(session, policy, [row.id for row in queued], now)
    before = titles_before(session, queued)
    return {
        row.id: _standing(found, row, changes[row.id], before.get(row.id, ""), now)
        for row in queued
    }


def _queued(rows: Sequence[ReservationRow]) -> list[ReservationRow]:
    return [row for row in rows if row.state is ReservationState.QUEUED]


def _find(
    session: Session,
    policy: Policy,
    queued: Sequence[ReservationRow],
    titles: Titles,
    branches: Branches,
) -> _Found:
    wanted = {row.title_id for row in queued}
    works = {titles[each].work for each in wanted} - {""}
    return _Found(
        policy,
        titles,
        branches,
        ahead_of(session, [row.id for row in queued]),
        copies_of(session, policy, wanted, works),
    )


def _position(found: _Found, row: ReservationRow) -> int:
    copies = _copies(found, row)
    kinds = {each.kind for each in copies}
    return position(found.policy, _want(found, row), found.ahead[row.id], kinds)


def _standing(
    found: _Found, row: ReservationRow, changes: Sequence[Change], before: str, now: datetime
) -> Standing:
    policy, want, copies = found.policy, _want(found, row), _copies(found, row)
    kinds, here = {each.kind for each in copies}, _position(found, row)
    calendar = opening_days(policy, found.branches[row.pickup_id])
    today = policy.calendar.today(now)
    time = waiting_time(policy, calendar, want, found.ahead[row.id], copies, today)
    concerning = [each for each in changes if competes(policy, want, each.want, kinds)]
    return Standing(
        position=here,
        waiting=while_held_up(time) if before else time,
        moved=moved(policy, here, concerning),
        comes_after=before,
    )


def _want(found: _Found, row: ReservationRow) -> Want:
    work = found.titles[row.title_id].work
    return Want(row.title_id, work, row.any_edition, row.quota_group, row.pickup_id)


def _copies(found: _Found, row: ReservationRow) -> list[Seen]:
    """Of its title and of its work, whoever they do for."""
    title, work = row.title_id, found.titles[row.title_id].work
    return [
        each
        for each in found.copies
        if each.kind.title == title or (work != "" and each.kind.work == work)
    ]
