"""Writes down what became of a notice or letter, and what is tried next."""

from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session

from kiosk.central.notices.handed import Answer, Handed
from kiosk.central.tables.notices import LetterRow, NoticeRow, Posted
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeId, NoticeState
from kiosk.domain.policy import NoticePolicy
from kiosk.domain.reservations import ReservationState

# Another service on the same database may have found it lying; who handed it over knows better.
_IN_HAND = (NoticeState.HANDING_OVER, NoticeState.UNCERTAIN)


def record_notice(
    session: Session, policy: NoticePolicy, notice: NoticeId, handed: Handed, now: datetime
) -> None:
    """Write down an answer; a notice that was erased meanwhile needs none."""
    row = session.get(NoticeRow, notice, with_for_update=True)
    if row is None or row.state not in _IN_HAND:
        return
    if not _settled(row, policy, handed, now):
        failed(session, policy, row, handed.code, now)


def record_letter(
    session: Session, policy: NoticePolicy, letter: LetterRow, handed: Handed, now: datetime
) -> None:
    """Write down an answer; address and facts are erased unless it is tried once more."""
    row = session.get(LetterRow, letter.id, with_for_update=True)
    if row is None or row.state not in _IN_HAND:
        return
    if not _settled(row, policy, handed, now):
        row.state, row.outcome = NoticeState.FAILED, handed.code
    if row.state is not NoticeState.DUE:
        row.to_address = row.facts = None


def failed(
    session: Session, policy: NoticePolicy, row: NoticeRow, code: str, now: datetime
) -> None:
    """The method failed for good: the next one is due, or the staff see to it."""
    row.outcome = code
    reservation = session.get_one(ReservationRow, row.reservation_id)
    if reservation.state is not ReservationState.READY:
        row.state = NoticeState.DROPPED
        return
    row.next_method = _next_method(session, policy, reservation)
    if row.next_method is None:
        row.state = NoticeState.FOR_STAFF
        return
    row.state = NoticeState.FAILED
    session.add(new_notice(reservation, row.next_method, now))


def new_notice(reservation: ReservationRow, method: NoticeMethod, now: datetime) -> NoticeRow:
    """A notice that is due now; no machine speaks, so a telephone call is the staff's at once."""
    by_voice = method is NoticeMethod.TELEPHONE
    return NoticeRow(
        id=NoticeId(uuid4().hex),
        reservation_id=reservation.id,
        method=method,
        written_at=now,
        due_at=now,
        state=NoticeState.FOR_STAFF if by_voice else NoticeState.DUE,
    )


def lies_in_hand(session: Session, alive: Collection[str], before: datetime) -> bool:
    """Whether something is in the hand of nobody who is alive, or was taken before."""
    kinds = (NoticeRow, LetterRow)
    return any(session.scalars(_lying(kind, alive, before).limit(1)).first() for kind in kinds)


def mark_uncertain(session: Session, alive: Collection[str], before: datetime) -> int:
    """What lies in no living hand, or was taken before, is uncertain; how many that are."""
    forgotten = {"state": NoticeState.UNCERTAIN, "outcome": "no_answer"}
    count = 0
    for kind, values in ((NoticeRow, {}), (LetterRow, {"to_address": None, "facts": None})):
        lying = update(kind).where(
            kind.id.in_(_lying(kind, alive, before)), kind.state == NoticeState.HANDING_OVER
        )
        count += session.connection().execute(lying.values(**forgotten, **values)).rowcount
    return count


def _lying(
    kind: type[NoticeRow | LetterRow], alive: Collection[str], before: datetime
) -> Select[str]:
    of_the_dead = or_(kind.holder.is_(None), kind.holder.not_in(alive))
    return select(kind.id).where(
        kind.state == NoticeState.HANDING_OVER, or_(of_the_dead, kind.handed_at <= before)
    )


def _settled(row: Posted, policy: NoticePolicy, handed: Handed, now: datetime) -> bool:
    """Whether the answer settles it, if only for now."""
    row.outcome = handed.code
    match handed.answer:
        case Answer.ACCEPTED:
            row.state = NoticeState.DELIVERED
        case Answer.UNKNOWN:
            row.state = NoticeState.UNCERTAIN
        case Answer.LATER if (again := policy.retry_at(row.attempts, now)) is not None:
            row.state, row.due_at = NoticeState.DUE, again
        case _:
            return False
    return True


def _next_method(
    session: Session, policy: NoticePolicy, reservation: ReservationRow
) -> NoticeMethod | None:
    of_it = select(NoticeRow.method).where(NoticeRow.reservation_id == reservation.id)
    tried = set(session.scalars(of_it.where(NoticeRow.state != NoticeState.DROPPED)))
    contacts = session.get_one(PatronRow, reservation.patron_id).to_contacts()
    return policy.next_method(tried, contacts)
