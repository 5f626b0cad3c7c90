"""Places a reservation, exactly once, inside one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, select, union_all
from sqlalchemy.orm import Session

from kiosk.central.lending.choices import (
    branches_of,
    check_choices,
    notices,
    pickups,
)
from kiosk.central.lending.competing import position
from kiosk.central.lending.first_answers import first_answer
from kiosk.central.lending.permits import Grant
from kiosk.central.lending.queue import Others, all_for
from kiosk.central.lending.reservable import Reservable
from kiosk.central.lending.shown import reservation
from kiosk.central.lending.standing import Standing
from kiosk.central.lending.waiting import opening_days, waiting_time
from kiosk.central.lending.wanted import Wanted, lent, lock, wanted
from kiosk.central.lending.wants import Want
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.counting import next_number
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import PermitEnded
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState, Wish
from kiosk.wire.lending import ReserveAnswer


@dataclass(frozen=True, slots=True)
class Placed:
    answer: ReserveAnswer
    is_new: bool  # False: answered as the first time


def place(session: Session, policy: Policy, grant: Grant, wish: Wish, now: datetime) -> Placed:
    """Place what the permit grants; the same wish again has the first answer.

    Raises:
        PermitEnded, NumberNotAccepted, PickupNotPossible, NoticeNotPossible, and as `wanted`.
    """
    first = first_answer(session, policy, grant, wish, now)
    if first is not None:
        return Placed(first, is_new=False)
    found = wanted(session, policy, grant.patron, grant.title)
    pickup = _chosen(session, policy, found.subject, grant, wish)
    answer = _take_place(session, policy, grant, wish, _Ready(found, pickup, now))
    availability_changed(session, [grant.title])
    return Placed(answer, is_new=True)


@dataclass(frozen=True, slots=True)
class _Ready:
    """What was found before, for a wish to which nothing says no."""

    found: Wanted
    pickup: BranchRow
    received_at: datetime


def _take_place(
    session: Session, policy: Policy, grant: Grant, wish: Wish, ready: _Ready
) -> ReserveAnswer:
    """Stand at the end of the queue; what was read before may be stale by now.

    Whoever has a number is alone until the reservation is kept, so everybody ahead is seen, and
    everybody else waits: it is taken after the checks, and little is asked after it.

    Raises:
        RaceLost: the slot, the title, the permit or the number is somebody's already, or what
            the checks have seen is true no more.
    """
    subject = ready.found.subject
    row = _row(grant, wish, ready.found, next_number(session, "reservation"), ready.received_at)
    want = subject.want(any_edition=wish.any_edition, pickup=wish.pickup)
    standing = _standing(policy, ready, want, all_for(session, grant.title))
    answer = ReserveAnswer.of(reservation(row, subject.row, ready.pickup, standing))
    row.first_answer = answer.model_dump_json()
    session.add(row)
    session.flush()
    _look_again(session, grant, wish)
    return answer


def _standing(policy: Policy, ready: _Ready, want: Want, others: Sequence[Others]) -> Standing:
    """As My Library tells it from now on: the place, and how long it takes."""
    copies, today = ready.found.subject.copies, policy.calendar.today(ready.received_at)
    calendar = opening_days(policy, ready.pickup)
    return Standing(
        position(policy, want, others, {each.kind for each in copies}),
        waiting_time(policy, calendar, want, others, copies, today),
    )


def _look_again(session: Session, grant: Grant, wish: Wish) -> None:
    """What no constraint holds: whether it was lent to the patron (R8), or the wish refused.

    Raises:
        RaceLost: whoever does it all again is told which.
    """
    lock(session, grant.patron)
    given = {"patron": grant.patron, "title": grant.title, "id": wish.id}
    if session.execute(_changed_meanwhile(), given).first() is not None:
        raise RaceLost


@cache
def _changed_meanwhile() -> CompoundSelect[Any]:
    """Made once, as queue.py's."""
    return union_all(lent(), select(RefusalRow.id).where(RefusalRow.id == bindparam("id")))


def _chosen(
    session: Session, policy: Policy, subject: Reservable, grant: Grant, wish: Wish
) -> BranchRow:
    """The pickup branch. The rules hold at receipt, whatever was offered before."""
    patron = session.get(PatronRow, grant.patron)
    if patron is None:  # left the library since
        raise PermitEnded
    branches = branches_of(session)
    offered = pickups(branches.values(), policy.pickup, subject.stock, here=None)
    methods = notices(policy.notice, patron.to_contacts(), grant.channel)
    check_choices(offered, methods, wish.pickup, wish.notice)
    return branches[wish.pickup]


def _row(
    grant: Grant, wish: Wish, found: Wanted, queue_place: int, now: datetime
) -> ReservationRow:
    return ReservationRow(
        id=wish.id,
        number=wish.number,
        permit_id=grant.id,
        patron_id=grant.patron,
        title_id=grant.title,
        pickup_id=wish.pickup,
        notice=wish.notice,
        channel=grant.channel,
        quota_group=found.subject.group.name,
        quota_slot=found.slot,
        state=ReservationState.QUEUED,
        place=queue_place,
        requested_at=max(now, grant.issued_at),
        first_answer="",  # known once the position is
        any_edition=wish.any_edition,
    )
