"""Finds the rows that a deed of the counter is about, and holds them until it is done."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kiosk.central.storage.deciding import KEEPING_KEY
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.errors.circulation import PatronUnknown
from kiosk.domain.errors.reserving import ReservationUnknown
from kiosk.domain.items import Item
from kiosk.domain.patrons import CardNumber, PatronId
from kiosk.domain.reservations import ReservationId


def patron_of(session: Session, card: CardNumber) -> PatronRow:
    """Raises PatronUnknown."""
    patron = session.scalars(select(PatronRow).where(PatronRow.card_number == card)).first()
    if patron is None:
        raise PatronUnknown
    return patron


def reservation_of(
    session: Session, reservation: ReservationId, patron: PatronId | None = None
) -> ReservationRow:
    """Raises ReservationUnknown: there is none, or it is another patron's."""
    row = session.get(
        ReservationRow, reservation, with_for_update=KEEPING_KEY, populate_existing=True
    )
    if row is None or (patron is not None and row.patron_id != patron):
        raise ReservationUnknown
    return row


def hold_reservations(session: Session, ordered: Sequence[ReservationId]) -> None:
    """Lock several, by their place: two who do so wait for each other in one direction only."""
    ours = select(ReservationRow).where(ReservationRow.id.in_(ordered))
    session.scalars(_held(ours.order_by(ReservationRow.place))).all()


def set_aside_for(session: Session, item: ItemRow) -> ReservationRow | None:
    """The reservation for which the item is on its way, or on the hold shelf."""
    tied = select(ReservationRow).where(
        ReservationRow.item_barcode == item.barcode, ReservationRow.state.in_(OPEN_STATES)
    )
    return session.scalars(_held(tied)).first()


def loan_of(session: Session, item: ItemRow) -> LoanRow | None:
    """Who has it: the loan that is open."""
    lent = select(LoanRow).where(
        LoanRow.item_barcode == item.barcode, LoanRow.returned_at.is_(None)
    )
    return session.scalars(_held(lent)).first()


def hold(session: Session, item: ItemRow) -> None:
    """Lock an item that was claimed; its state is read again, and may be changed."""
    session.flush()
    session.refresh(item, with_for_update=KEEPING_KEY)


def hold_free(session: Session, item: ItemRow) -> None:
    """Lock an item that is for no reservation.

    Raises:
        RaceLost: it is for one by now.
    """
    hold(session, item)
    if set_aside_for(session, item) is not None:
        raise RaceLost


def hold_patron(session: Session, patron: PatronRow) -> None:
    """Lock a patron: who lends, and who reserves for the same one, see what the other did."""
    session.refresh(patron, with_for_update=KEEPING_KEY)


def _held(rows: Select[Any]) -> Select[Any]:
    """Locked, and as they are by now, whatever was read of them before."""
    locked = rows.with_for_update(key_share=True)
    return locked.execution_options(populate_existing=True)


def branch_of(session: Session, branch: BranchId) -> Branch:
    return session.get_one(BranchRow, branch).to_branch()


def shown(session: Session, item: ItemRow) -> Item:
    """The item as staff name it."""
    title = session.get_one(TitleRow, item.title_id)
    return Item(
        barcode=item.barcode,
        title=item.title_id,
        title_name=title.name,
        call_number=title.to_title().call_number,
        home=branch_of(session, item.branch_id),
        shelf=item.shelf,
        floor=item.floor,
    )
