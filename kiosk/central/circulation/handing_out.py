"""Lends an item to a patron, and so collects what the patron had reserved."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.circulation.in_hand import item_of
from kiosk.central.circulation.queue import can_serve
from kiosk.central.circulation.rows import (
    hold_free,
    hold_patron,
    loan_of,
    patron_of,
    set_aside_for,
    shown,
)
from kiosk.central.circulation.setting_aside import end
from kiosk.central.storage.counting import lowest_free
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
    loan = _claim(session, policy, patron, item, now)
    hold_patron(session, patron)
    reservation = _reservation(session, policy, patron.id, item)
    number = reservation.number if reservation else None
    if reservation is not None:
        _collect(session, policy, reservation, now)
    hold_free(session, item)
    item.state = ItemState.ON_LOAN
    item.at_branch_id, item.bound_for_id, item.hold_shelf = None, None, ""
    return Lent(shown(session, item), loan.due_on, number)


def _claim(
    session: Session, policy: Policy, patron: PatronRow, item: ItemRow, now: datetime
) -> LoanRow:
    """The item is the patron's from now on.

    Of two who lend it at once, or lend the last that a patron may have, the unique indexes of
    loans let one through.

    Raises:
        ReadHereOnly, AlreadyLent, LoansFull.
        RaceLost: somebody else was quicker.
    """
    if item.is_reference:
        raise ReadHereOnly
    if loan_of(session, item) is not None:
        raise AlreadyLent
    taken = _slots(session, patron.id)
    most = policy.loan.most
    if most is not None and len(taken) >= most:
        raise LoansFull(most)
    loan = _loan(policy, patron, item, lowest_free(taken), now)
    session.add(loan)
    session.flush()
    return loan


def _slots(session: Session, patron: PatronId) -> Sequence[int | None]:
    """Of what the patron has on loan."""
    held = select(LoanRow.slot).where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
    return session.scalars(held).all()


def _reservation(
    session: Session, policy: Policy, patron: PatronId, item: ItemRow
) -> ReservationRow | None:
    """The patron's reservation that is done by this item. Raises SetAside."""
    reservation = set_aside_for(session, item)
    if reservation is not None and reservation.patron_id != patron:
        raise SetAside(reservation.number)
    return reservation or _reserved(session, policy, patron, item)


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
    locked = open_ones.limit(1).with_for_update(key_share=True)
    return session.scalars(locked.execution_options(populate_existing=True)).first()


def _collect(session: Session, policy: Policy, reservation: ReservationRow, now: datetime) -> None:
    """Done; erased at once where the policy says so and no kiosk may still ask for its answer."""
    end(session, reservation, ReservationState.COLLECTED, now)
    is_answered = now > reservation.requested_at + policy.permit.honoured
    if policy.reservation.collected_kept_days == 0 and (
        is_answered or reservation.permit_id is None
    ):
        session.delete(reservation)


def _loan(policy: Policy, patron: PatronRow, item: ItemRow, slot: int, now: datetime) -> LoanRow:
    today = policy.calendar.today(now)
    return LoanRow(
        id=str(uuid4()),
        item_barcode=item.barcode,
        patron_id=patron.id,
        lent_on=today,
        due_on=policy.loan.due_on(today, item.material),
        slot=slot,
    )
