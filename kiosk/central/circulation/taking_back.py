"""Ends a loan, and forgets who had the item unless the patron asked to remember."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from kiosk.central.tables.history import HistoryRow
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.policy import Policy


def end_loan(session: Session, policy: Policy, item: ItemRow, loan: LoanRow, now: datetime) -> None:
    if session.get_one(PatronRow, loan.patron_id).keeps_history:
        session.add(
            HistoryRow(
                id=str(uuid4()),
                patron_id=loan.patron_id,
                title_id=item.title_id,
                lent_on=loan.lent_on,
                returned_on=policy.calendar.today(now),
            )
        )
    if policy.loan.returned_kept_days == 0:
        session.delete(loan)
    else:
        loan.returned_at = now
    session.flush()
