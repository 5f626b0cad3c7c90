"""Why a position is another than some days ago: the changes ahead since then, added up.

When a patron looked last is kept nowhere; so to look changes nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from kiosk.central.lending.queue import may_compete
from kiosk.central.lending.wants import Want
from kiosk.central.tables.queue import QueueChangeRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationId
from kiosk.domain.waiting import Moved, WhyMoved


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody ahead no longer counts, or counts again."""

    want: Want
    step: int
    why: WhyMoved
    changed_at: datetime


def changes_ahead(
    session: Session, policy: Policy, asked: Sequence[ReservationId], now: datetime
) -> dict[ReservationId, tuple[Change, ...]]:
    """What changed before each since it was asked for, as far as it is kept; the latest last."""
    since = now - policy.waiting.changes_kept
    found: dict[ReservationId, list[Change]] = defaultdict(list)
    for own, row, work in session.execute(_changed(), {"asked": list(asked), "since": since}):
        want = Want(row.title_id, work, row.any_edition, row.quota_group)
        found[own].append(Change(want, row.step, row.why, row.changed_at))
    return {each: tuple(found[each]) for each in asked}


@cache
def _changed() -> Select[ReservationId, QueueChangeRow, str]:
    """Made once, as queue.py's."""
    mine, wanted, theirs = aliased(ReservationRow), aliased(TitleRow), aliased(TitleRow)
    return (
        select(mine.id, QueueChangeRow, theirs.work)
        .join(wanted, wanted.id == mine.title_id)
        .join(theirs, may_compete(theirs, wanted))
        .join(QueueChangeRow, QueueChangeRow.title_id == theirs.id)
        .where(mine.id.in_(bindparam("asked", expanding=True)))
        .where(QueueChangeRow.place < mine.place)
        .where(QueueChangeRow.changed_at >= mine.requested_at)
        .where(QueueChangeRow.changed_at >= bindparam("since"))
        .order_by(QueueChangeRow.id)
    )


def moved(policy: Policy, position: int, changes: Sequence[Change]) -> Moved | None:
    """From where it moved here, and why last; None where it stands as before.

    Args:
        policy: of the library.
        position: now.
        changes: among those who compete, the latest last.
    """
    was = position - sum(each.step for each in changes)
    if was == position or was < 1:
        return None
    towards = 1 if position > was else -1
    last = next(each for each in reversed(changes) if each.step == towards)
    return Moved(was, last.why, policy.calendar.today(last.changed_at))
