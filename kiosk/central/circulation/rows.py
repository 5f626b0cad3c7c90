"""Finds the rows that a deed of the counter is about, and holds them until it is done."""

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    known = select(PatronRow).where(PatronRow.card_number == card)
    patron = session.scalars(known.with_for_update()).first()
    if patron is None:
        raise PatronUnknown
    return patron


def reservation_of(
    session: Session, reservation: ReservationId, patron: PatronId | None = None
) -> ReservationRow:
    """Raises ReservationUnknown: there is none, or it is another patron's."""
    row = session.get(ReservationRow, reservation, with_for_update=True)
    if row is None or (patron is not None and row.patron_id != patron):
        raise ReservationUnknown
    return row


def set_aside_for(session: Session, item: ItemRow) -> ReservationRow | None:
    """The reservation for which the item is on its way, or on the hold shelf."""
    tied = select(ReservationRow).where(
        ReservationRow.item_barcode == item.barcode, ReservationRow.state.in_(OPEN_STATES)
    )
    return session.scalars(tied.with_for_update()).first()


def loan_of(session: Session, item: ItemRow) -> LoanRow | None:
    """Who has it: the loan that is open."""
    lent = select(LoanRow).where(
        LoanRow.item_barcode == item.barcode, LoanRow.returned_at.is_(None)
    )
    return session.scalars(lent.with_for_update()).first()


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
