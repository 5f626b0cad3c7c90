"""The rows of codes that were sent by e-mail and wait to be typed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.patrons import PatronId


class CodePurpose(StrEnum):
    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a purpose


class CodeRow(Row):
    """The latest code for a purpose; good once, for minutes, and for a few tries."""

    __tablename__ = "code"

    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[CodePurpose] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(repr=False)  # where it was sent
    code_hash: Mapped[str] = mapped_column(repr=False)
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(default=None)
