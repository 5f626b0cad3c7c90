"""The rows of the library's staff, their sessions, and the patrons at whom they looked."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import PatronId
from kiosk.domain.staff import LookPurpose, Role, StaffNumber


class StaffRow(Row):
    """Whoever has left stays, so that what they looked at can still be told."""

    __tablename__ = "staff"

    number: Mapped[StaffNumber] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(repr=False)
    role: Mapped[Role]
    branch_id: Mapped[BranchId] = mapped_column(ForeignKey("branch.id"))
    password_hash: Mapped[str] = mapped_column(repr=False)  # argon2
    left_at: Mapped[datetime | None] = mapped_column(default=None)


class StaffSessionRow(Row):
    """A session is known by its token's hash: who reads the table cannot use it."""

    __tablename__ = "staff_session"

    token_hash: Mapped[str] = mapped_column(primary_key=True, repr=False)
    staff_number: Mapped[StaffNumber] = mapped_column(ForeignKey("staff.number"))
    branch_id: Mapped[BranchId] = mapped_column(ForeignKey("branch.id"))  # of the counter
    expires_at: Mapped[datetime] = mapped_column(index=True)  # moves on while it is used
    ends_at: Mapped[datetime]  # does not


class LookRow(Row):
    """Somebody looked at a patron, for a purpose; it goes with the patron."""

    __tablename__ = "look"

    id: Mapped[str] = mapped_column(primary_key=True)
    staff_number: Mapped[StaffNumber] = mapped_column(ForeignKey("staff.number"), index=True)
    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[LookPurpose]
    looked_at: Mapped[datetime] = mapped_column(index=True)
