"""The rows of loans."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.patrons import PatronId


class LoanRow(Row):
    """Open until the item comes back; an item is lent to one patron at a time."""

    __tablename__ = "loan"

    id: Mapped[str] = mapped_column(primary_key=True)
    item_barcode: Mapped[str] = mapped_column(ForeignKey("item.barcode"))
    patron_id: Mapped[PatronId] = mapped_column(ForeignKey("patron.id"), index=True)
    lent_on: Mapped[date]
    due_on: Mapped[date]
    renewals: Mapped[int] = mapped_column(default=0)
    renewed_on: Mapped[date | None] = mapped_column(default=None)  # the latest time
    renewed_from: Mapped[date | None] = mapped_column(default=None)  # the due date before it
    returned_at: Mapped[datetime | None] = mapped_column(default=None)
    # from 1: which of the patron's open loans it is; None: it was not lent at our counter
    slot: Mapped[int | None] = mapped_column(default=None)


_open = LoanRow.returned_at.is_(None)
Index(
    "uq_loan_open_item",
    LoanRow.item_barcode,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index(
    "uq_loan_open_slot",
    LoanRow.patron_id,
    LoanRow.slot,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
