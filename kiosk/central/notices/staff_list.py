"""The staff's list: what no machine delivers, and what a machine left uncertain."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from kiosk.central.lending.choices import contacts_of
from kiosk.central.notices.outcomes import failed
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.notices import NoticeRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeId, NoticeState, StaffOutcome
from kiosk.domain.policy import NoticePolicy
from kiosk.domain.reservations import ReservationNumber, ReservationState

MOST_LISTED = 500
_WITH_STAFF = (NoticeState.FOR_STAFF, NoticeState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class StaffTask:
    """One call to be made, or FAX or e-mail to be written, by a person."""

    notice: NoticeId
    method: NoticeMethod
    contact: str = field(repr=False)  # number or address; empty: none is on file any more
    patron_name: str = field(repr=False)
    number: ReservationNumber
    title: str
    pickup: Branch
    hold_shelf: str
    ready_until: date | None
    since: datetime  # UTC: when it became due
    again_from: datetime | None  # UTC: nobody answered, so not before; None: now
    is_uncertain: bool  # a machine handed it over, and perhaps the patron knows already
    why: str  # the machine's answer as a code; empty: it is the staff's from the first


def list_tasks(session: Session, branch: BranchId | None, now: datetime) -> tuple[StaffTask, ...]:
    """What is to be done for one branch, or all: what can be done now first, then by time."""
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
    return tuple(_task(row, now) for row in session.execute(rows))


def settle_task(
    session: Session, policy: NoticePolicy, notice: NoticeId, outcome: StaffOutcome, now: datetime
) -> bool:
    """Write down a touch on the list; False: it stands there no more, another touched it first."""
    row = session.get(NoticeRow, notice, with_for_update=True)
    if row is None or row.state not in _WITH_STAFF:
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
        contact=contacts_of(patron).of(notice.method),
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
    )
