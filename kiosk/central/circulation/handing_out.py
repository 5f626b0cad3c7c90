"""Lends an item to a patron, and so collects what the patron had reserved."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.central.circulation.in_hand import item_of
from kiosk.central.circulation.queue import can_serve
from kiosk.central.circulation.rows import loan_of, patron_of, set_aside_for, shown
from kiosk.central.circulation.setting_aside import end
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.circulation import Lent
from kiosk.domain.errors.circulation import AlreadyLent, LoansFull, ReadHereOnly, SetAside
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState


def lend(session: Session, policy: Policy, card: CardNumber, barcode: str, now: datetime) -> Lent:
    """Raises PatronUnknown, ItemUnknown, ReadHereOnly, AlreadyLent, SetAside, LoansFull."""
    patron = patron_of(session, card)
    item = item_of(session, barcode)
    reservation = _refuse(session, policy, patron, item)
    reservation = reservation or _reserved(session, policy, patron.id, item)
    number = reservation.number if reservation else None
    if reservation is not None:
        _collect(session, policy, reservation, now)
    loan = _loan(policy, patron, item, now)
    session.add(loan)
    item.state = ItemState.ON_LOAN
    item.at_branch_id, item.bound_for_id, item.hold_shelf = None, None, ""
    return Lent(shown(session, item), loan.due_on, number)


def _refuse(
    session: Session, policy: Policy, patron: PatronRow, item: ItemRow
) -> ReservationRow | None:
    """The reservation of this patron for which the item stands aside, if it does."""
    if item.is_reference:
        raise ReadHereOnly
    if loan_of(session, item) is not None:
        raise AlreadyLent
    reservation = set_aside_for(session, item)
    if reservation is not None and reservation.patron_id != patron.id:
        raise SetAside(reservation.number)
    most = policy.loan.most
    if most is not None and _on_loan(session, patron.id) >= most:
        raise LoansFull(most)
    return reservation


def _on_loan(session: Session, patron: PatronId) -> int:
    counted = select(func.count()).where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
    return session.scalars(counted).one()


def _reserved(
    session: Session, policy: Policy, patron: PatronId, item: ItemRow
) -> ReservationRow | None:
    """The patron's reservation that this other copy does for, the oldest first."""
    work = session.get_one(TitleRow, item.title_id).work
    open_ones = (
        select(ReservationRow)
        .where(ReservationRow.patron_id == patron, ReservationRow.state.in_(OPEN_STATES))
        .where(can_serve(policy, item, work))
        .order_by(ReservationRow.place)
    )
    return session.scalars(open_ones.limit(1).with_for_update()).first()


def _collect(session: Session, policy: Policy, reservation: ReservationRow, now: datetime) -> None:
    """Done; erased at once where the policy says so and no kiosk may still ask for its answer."""
    end(session, reservation, ReservationState.COLLECTED, now)
    is_answered = now > reservation.requested_at + policy.permit.honoured
    if policy.reservation.collected_kept_days == 0 and (
        is_answered or reservation.permit_id is None
    ):
        session.delete(reservation)


def _loan(policy: Policy, patron: PatronRow, item: ItemRow, now: datetime) -> LoanRow:
    today = policy.calendar.today(now)
    return LoanRow(
        id=str(uuid4()),
        item_barcode=item.barcode,
        patron_id=patron.id,
        lent_on=today,
        due_on=policy.loan.due_on(today, item.material),
    )
