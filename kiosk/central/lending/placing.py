"""Places a reservation, exactly once, inside one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.lending.choices import check_choices, contacts_of, notices, pickups
from kiosk.central.lending.permits import Grant
from kiosk.central.lending.shown import shown
from kiosk.central.lending.wanted import Wanted, check_again, wanted
from kiosk.central.records.changes import availability_changed
from kiosk.central.storage.counting import next_number
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import NumberNotAccepted, PermitEnded
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import refusal_of
from kiosk.domain.reservation_numbers import is_reservation_number, kiosk_of
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
    first = session.get(ReservationRow, wish.id)
    if first is not None:
        return _again(first, grant)
    _check_not_refused(session, grant, wish)
    _check_permit(session, policy, grant, now)
    _check_number(session, grant, wish)
    subject = wanted(session, policy.quota, grant.patron, grant.title)
    _check_choices(session, policy, subject, grant, wish)
    row = _take_place(session, grant, wish, subject, now)
    [reservation] = shown(session, policy, [row])
    answer = ReserveAnswer.of(reservation)
    row.first_answer = answer.model_dump_json()
    availability_changed(session, [grant.title])
    return Placed(answer, is_new=True)


def _take_place(
    session: Session, grant: Grant, wish: Wish, subject: Wanted, now: datetime
) -> ReservationRow:
    """Stand at the end of the queue; what was read before may be stale by now.

    Whoever has a number is alone until the reservation is kept, so everybody ahead is seen. It
    is taken after the checks: those wait for nobody, and the unique indexes decide.

    Raises:
        AlreadyOnLoan, or as the same wish was refused meanwhile.
        RaceLost: the slot, the title, the permit or the number is somebody's already.
    """
    row = _row(grant, wish, subject, next_number(session, "reservation"), now)
    session.add(row)
    session.flush()
    check_again(session, grant.patron, grant.title)
    _check_not_refused(session, grant, wish)
    return row


def _again(first: ReservationRow, grant: Grant) -> Placed:
    if first.permit_id != grant.id:
        raise PermitEnded
    return Placed(ReserveAnswer.model_validate_json(first.first_answer), is_new=False)


def _check_not_refused(session: Session, grant: Grant, wish: Wish) -> None:
    """Whoever was refused under this id is refused again, whatever has changed since."""
    refused = session.get(RefusalRow, wish.id)
    if refused is not None:
        raise refusal_of(refused.facts) if refused.permit_id == grant.id else PermitEnded


def _check_permit(session: Session, policy: Policy, grant: Grant, now: datetime) -> None:
    used = select(ReservationRow.id).where(ReservationRow.permit_id == grant.id)
    if session.scalars(used).first() is not None:
        raise PermitEnded
    if now > grant.issued_at + policy.permit.honoured:
        raise PermitEnded


def _check_number(session: Session, grant: Grant, wish: Wish) -> None:
    if not is_reservation_number(wish.number) or kiosk_of(wish.number) != int(grant.kiosk):
        raise NumberNotAccepted
    used = select(ReservationRow.id).where(ReservationRow.number == wish.number)
    if session.scalars(used).first() is not None:
        raise NumberNotAccepted


def _check_choices(
    session: Session, policy: Policy, subject: Wanted, grant: Grant, wish: Wish
) -> None:
    """The rules hold at receipt, whatever was offered before."""
    patron = session.get(PatronRow, grant.patron)
    if patron is None:  # left the library since
        raise PermitEnded
    branches = pickups(session, policy.pickup, subject.stock, here=None)
    methods = notices(policy.notice, contacts_of(patron), grant.channel)
    check_choices(branches, methods, wish.pickup, wish.notice)


def _row(
    grant: Grant, wish: Wish, subject: Wanted, queue_place: int, now: datetime
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
        quota_group=subject.group.name,
        quota_slot=subject.slot,
        state=ReservationState.QUEUED,
        place=queue_place,
        requested_at=max(now, grant.issued_at),
        first_answer="",  # known once the row stands in the queue
        any_edition=wish.any_edition,
    )
