"""Refusals on their way to patrons who left before the answer came: by e-mail, or by the staff."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from kiosk.central.notices.letters import send_letter
from kiosk.central.notices.tasks import StaffTask
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import LetterKind, NoticeId, NoticeState, StaffOutcome
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import NoticePolicy
from kiosk.domain.refusals import refusal_of
from kiosk.domain.reservations import ReservationNumber, Wish
from kiosk.domain.titles import TitleId

MOST_LISTED = 500
_LEFT_BY_MACHINES = (NoticeState.FAILED, NoticeState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is to be told of what."""

    patron: PatronId = field(repr=False)
    title: TitleId = field(repr=False)
    wish: Wish
    is_over: bool  # so long ago that telling would only puzzle


def tell(
    session: Session, policy: NoticePolicy, row: RefusalRow, asked: Asked, now: datetime
) -> None:
    """See to it that the patron hears of it by the method of the wish; again changes nothing."""
    if row.state is not None:
        return
    row.state = NoticeState.DROPPED
    patron = session.get(PatronRow, asked.patron)
    if patron is None or asked.wish.notice is NoticeMethod.NONE or asked.is_over:
        return
    title = session.get(TitleRow, asked.title)
    row.patron_id, row.method = patron.id, asked.wish.notice
    row.number, row.title_name = asked.wish.number, title.name if title is not None else ""
    row.pickup_id = _branch(session, asked.wish.pickup)
    _hand_on(session, policy, row, patron, now)


def list_refusals(
    session: Session, branch: BranchId | None, now: datetime
) -> tuple[StaffTask, ...]:
    """Whom the staff are to tell that a reservation was not made, the oldest first."""
    by_machine = and_(RefusalRow.state == NoticeState.DUE, LetterRow.state.in_(_LEFT_BY_MACHINES))
    rows = (
        select(RefusalRow, PatronRow, BranchRow, LetterRow)
        .join(PatronRow, PatronRow.id == RefusalRow.patron_id)
        .join(BranchRow, BranchRow.id == RefusalRow.pickup_id)
        .outerjoin(LetterRow, LetterRow.id == RefusalRow.letter_id)
        .where(or_(RefusalRow.state == NoticeState.FOR_STAFF, by_machine))
        .order_by(RefusalRow.due_at, RefusalRow.id)
        .limit(MOST_LISTED)
    )
    if branch is not None:
        rows = rows.where(RefusalRow.pickup_id == branch)
    return tuple(_task(row, now) for row in session.execute(rows))


def settle_refusal(
    session: Session, policy: NoticePolicy, notice: NoticeId, outcome: StaffOutcome, now: datetime
) -> bool:
    """Write down a touch on the list; False: it stands there no more."""
    row = session.get(RefusalRow, notice, with_for_update=True)
    if row is None or row.patron_id is None or row.method is None:
        return False
    row.outcome = outcome.value
    match outcome:
        case StaffOutcome.REACHED | StaffOutcome.DONE:
            row.state = NoticeState.DONE_BY_STAFF
            forget_whom(row)
        case StaffOutcome.NO_ANSWER:
            row.state = NoticeState.FOR_STAFF
            row.due_at = now + timedelta(hours=policy.no_answer_hours)
        case StaffOutcome.WRONG_NUMBER:
            _try_next(session, policy, row, now)
    return True


def forget_whom(row: RefusalRow) -> None:
    """The patron is told: what stays is the answer."""
    row.patron_id = row.number = row.title_name = row.pickup_id = row.method = None


def _hand_on(
    session: Session, policy: NoticePolicy, row: RefusalRow, patron: PatronRow, now: datetime
) -> None:
    """To a letter where an e-mail can be written, else to the staff."""
    row.due_at, row.state = now, NoticeState.FOR_STAFF
    address = patron.to_contacts().of(NoticeMethod.EMAIL)
    if row.method is not NoticeMethod.EMAIL or not address:
        return
    facts = {**row.facts, "title": row.title_name or "", "number": row.number or ""}
    row.state = NoticeState.DUE
    kind, language = LetterKind.RESERVATION_REFUSED, policy.languages[0]
    row.letter_id = send_letter(session, kind, address, language, now=now, **facts)


def _try_next(session: Session, policy: NoticePolicy, row: RefusalRow, now: datetime) -> None:
    """The next method; without one it stays on the list."""
    patron = session.get_one(PatronRow, row.patron_id)
    tried = {row.method, NoticeMethod.EMAIL if row.letter_id else row.method}
    row.state = NoticeState.FOR_STAFF
    method = policy.next_method({each for each in tried if each}, patron.to_contacts())
    if method is not None:
        row.method = method
        _hand_on(session, policy, row, patron, now)


def _branch(session: Session, wished: BranchId) -> BranchId | None:
    """The branch of the wish; one that is none leaves it to the first."""
    if session.get(BranchRow, wished) is not None:
        return wished
    return session.scalars(select(BranchRow.id).order_by(BranchRow.rank)).first()


def _task(row: Row[RefusalRow, PatronRow, BranchRow, LetterRow], now: datetime) -> StaffTask:
    refused, patron, branch, letter = row
    assert refused.method is not None, "who is to be told is told somehow"
    assert refused.due_at is not None, "it was due at once"
    return StaffTask(
        notice=NoticeId(refused.id),
        method=refused.method,
        contact=patron.to_contacts().of(refused.method),
        patron_name=patron.name,
        number=ReservationNumber(refused.number or ""),
        title=refused.title_name or "",
        pickup=branch.to_branch(),
        hold_shelf="",
        ready_until=None,
        since=refused.refused_at,
        again_from=refused.due_at if refused.due_at > now else None,
        is_uncertain=letter is not None and letter.state is NoticeState.UNCERTAIN,
        why=letter.outcome if letter is not None else refused.outcome,
        refused=refusal_of(refused.facts),
        patron=patron.id,
    )
