"""Takes what is due in hand: from then on it may have been delivered, whatever happens."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.central.notices.outcomes import failed
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.notices import LetterRow, NoticeRow, Posted
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import LetterId, NoticeId, NoticeState, ReadyTitle
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState

# Another process that has it in hand is not waited for.
_UNLESS_TAKEN = {"skip_locked": True}


@dataclass(frozen=True, slots=True)
class Hand:
    """Who takes it, and by which methods they can deliver."""

    holder: str
    can: Collection[NoticeMethod]


@dataclass(frozen=True, slots=True)
class Errand:
    """A notice on its way; the contact is known only as long as it takes."""

    id: NoticeId
    method: NoticeMethod
    contact: str = field(repr=False)
    ready: ReadyTitle
    written_at: datetime


def take_notice(
    session: Session, policy: Policy, hand: Hand, notice: NoticeId, now: datetime
) -> Errand | None:
    """Take a notice that is due; None where there is nothing for a machine to do (now)."""
    row = session.get(NoticeRow, notice, with_for_update=_UNLESS_TAKEN)
    if row is None or row.state is not NoticeState.DUE:
        return None
    reservation = session.get_one(ReservationRow, row.reservation_id)
    if reservation.state is not ReservationState.READY:
        row.state = NoticeState.DROPPED
        return None
    if row.method not in hand.can:
        row.state, row.outcome = NoticeState.FOR_STAFF, "no_machine"
        return None
    contact = session.get_one(PatronRow, reservation.patron_id).to_contacts().of(row.method)
    if not contact:
        failed(session, policy.notice, row, "no_contact", now)
        return None
    if row.method is NoticeMethod.MISSED_CALL:
        row.due_at = policy.notice.calling_at(now, policy.calendar)
        if row.due_at > now:
            return None
    _in_hand(row, hand.holder, now)
    return Errand(
        row.id, row.method, contact, ready_title(session, policy, reservation), row.written_at
    )


def take_letter(session: Session, hand: Hand, letter: LetterId, now: datetime) -> LetterRow | None:
    """Take an e-mail that is due; None where another took it."""
    row = session.get(LetterRow, letter, with_for_update=_UNLESS_TAKEN)
    if row is None or row.state is not NoticeState.DUE:
        return None
    _in_hand(row, hand.holder, now)
    return row


def ready_title(session: Session, policy: Policy, reservation: ReservationRow) -> ReadyTitle:
    """What a notice of the reservation tells."""
    return ReadyTitle(
        library=policy.library,
        title=session.get_one(TitleRow, reservation.title_id).name,
        number=reservation.number,
        pickup=session.get_one(BranchRow, reservation.pickup_id).to_branch(),
        until=reservation.ready_until,
    )


def _in_hand(row: Posted, holder: str, now: datetime) -> None:
    row.state = NoticeState.HANDING_OVER
    row.holder = holder
    row.attempts += 1
    row.handed_at = now
