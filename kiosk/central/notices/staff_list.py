"""The staff's list: what no machine delivers, and what a machine left uncertain."""

from datetime import datetime, timedelta

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from kiosk.central.notices.outcomes import failed
from kiosk.central.notices.refusals import list_refusals, settle_refusal
from kiosk.central.notices.tasks import StaffTask
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.notices import NoticeRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.notices import NoticeId, NoticeState, StaffOutcome
from kiosk.domain.policy import NoticePolicy
from kiosk.domain.reservations import ReservationState

MOST_LISTED = 500
_WITH_STAFF = (NoticeState.FOR_STAFF, NoticeState.UNCERTAIN)


def list_tasks(session: Session, branch: BranchId | None, now: datetime) -> tuple[StaffTask, ...]:
    """What is to be done for one branch, or all: refusals first, then what can be done now."""
    rows = (
        select(NoticeRow, ReservationRow, PatronRow, TitleRow.name, BranchRow)
        .join(ReservationRow, ReservationRow.id == NoticeRow.reservation_id)
        .join(PatronRow, PatronRow.id == ReservationRow.patron_id)
        .join(TitleRow, TitleRow.id == ReservationRow.title_id)
        .join(BranchRow, BranchRow.id == ReservationRow.pickup_id)
        .where(NoticeRow.state.in_(_WITH_STAFF))
        .where(ReservationRow.state == ReservationState.READY)
        .order_by(NoticeRow.due_at, NoticeRow.id)
        .limit(MOST_LISTED)
    )
    if branch is not None:
        rows = rows.where(ReservationRow.pickup_id == branch)
    ready = (_task(row, now) for row in session.execute(rows))
    return (*list_refusals(session, branch, now), *ready)


def settle_task(
    session: Session, policy: NoticePolicy, notice: NoticeId, outcome: StaffOutcome, now: datetime
) -> bool:
    """Write down a touch on the list; False: it stands there no more, another touched it first."""
    row = session.get(NoticeRow, notice, with_for_update=True)
    if row is None:
        return settle_refusal(session, policy, notice, outcome, now)
    if row.state not in _WITH_STAFF:
        return False
    row.attempts += 1
    row.handed_at = now
    match outcome:
        case StaffOutcome.REACHED | StaffOutcome.DONE:
            row.state, row.outcome = NoticeState.DONE_BY_STAFF, outcome.value
        case StaffOutcome.NO_ANSWER:
            row.state, row.outcome = NoticeState.FOR_STAFF, outcome.value
            row.due_at = now + timedelta(hours=policy.no_answer_hours)
        case StaffOutcome.WRONG_NUMBER:
            failed(session, policy, row, outcome.value, now)
    return True


def _task(
    row: Row[NoticeRow, ReservationRow, PatronRow, str, BranchRow], now: datetime
) -> StaffTask:
    notice, reservation, patron, title, branch = row
    return StaffTask(
        notice=notice.id,
        method=notice.method,
        contact=patron.to_contacts().of(notice.method),
        patron_name=patron.name,
        number=reservation.number,
        title=title,
        pickup=branch.to_branch(),
        hold_shelf=reservation.hold_shelf,
        ready_until=reservation.ready_until,
        since=notice.written_at,
        again_from=notice.due_at if notice.due_at > now else None,
        is_uncertain=notice.state is NoticeState.UNCERTAIN,
        why=notice.outcome,
        patron=patron.id,
    )
