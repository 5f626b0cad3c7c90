"""How loans are kept: what is out, with whom, and until when."""

from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.importing.loans_csv import Loan
from kiosk.central.importing.patrons import patron_with
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.records.changes import availability_changed
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import PatronId

_NAMES = UUID("0b1f6e0e-5a53-4b57-8d3b-6f0f6d2f5f11")  # of loans: the same one has the same id
_CORRECTABLE = ("lent_on", "due_on", "renewals")


class Loans:
    """What is out. A loan that ends by a file is erased, as one that ends at the counter is."""

    def put(self, session: Session, record: Loan) -> bool:
        item = session.get(ItemRow, record.item_barcode)
        if item is None:
            raise RowRefused("The item is unknown here.")
        patron = patron_with(session, record.card_number)
        if patron is None:
            raise RowRefused("The card is unknown here.")
        row = _open_loan(session, item)
        if row is not None:
            return self._correct(session, row, item, _row(patron.id, record))
        if item.state is not ItemState.ON_SHELF:
            raise RowRefused("The item is not on its shelf here: on its way, set aside or missing.")
        row = _row(patron.id, record)
        if session.get(LoanRow, row.id) is not None:
            raise RowRefused("This loan is over here.")
        session.add(row)
        item.state, item.at_branch_id, item.bound_for_id = ItemState.ON_LOAN, None, None
        session.flush()
        availability_changed(session, [item.title_id])
        return True

    def withdraw(self, session: Session, key: str) -> bool:
        item = session.get(ItemRow, key)
        row = _open_loan(session, item) if item is not None else None
        if item is None or row is None:
            return False
        session.delete(row)
        item.state, item.at_branch_id, item.bound_for_id = ItemState.ON_SHELF, None, None
        session.flush()
        availability_changed(session, [item.title_id])
        return True

    def _correct(self, session: Session, row: LoanRow, item: ItemRow, wanted: LoanRow) -> bool:
        """Raises RowRefused where the item is lent to somebody else here."""
        if row.patron_id != wanted.patron_id:
            raise RowRefused("The item is on loan to another card here; it must come back first.")
        if all(getattr(row, name) == getattr(wanted, name) for name in _CORRECTABLE):
            return False
        for name in _CORRECTABLE:
            setattr(row, name, getattr(wanted, name))
        session.flush()
        availability_changed(session, [item.title_id])
        return True


def _open_loan(session: Session, item: ItemRow) -> LoanRow | None:
    of_item = LoanRow.item_barcode == item.barcode
    return session.scalars(select(LoanRow).where(of_item, LoanRow.returned_at.is_(None))).first()


def _row(patron: PatronId, loan: Loan) -> LoanRow:
    return LoanRow(
        id=str(uuid5(_NAMES, f"{loan.item_barcode} {loan.lent_on}")),
        item_barcode=loan.item_barcode,
        patron_id=patron,
        lent_on=loan.lent_on,
        due_on=loan.due_on,
        renewals=loan.renewals,
    )
