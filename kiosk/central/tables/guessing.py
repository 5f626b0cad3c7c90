"""The rows of sign-ins that failed, and of the locks by which they are counted one by one."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row


class GuardRow(Row):
    """A card or a kiosk at which somebody tries: held while one try is counted."""

    __tablename__ = "guard"

    subject: Mapped[str] = mapped_column(primary_key=True, repr=False)  # "card:<hash>", "place:…"
    last_at: Mapped[datetime] = mapped_column(index=True)  # of the try that was let through
    slowed_at: Mapped[datetime | None] = mapped_column(default=None)  # since when; of kiosks only


class FailedTryRow(Row):
    """One try; written before the password is looked at, erased if it was right."""

    __tablename__ = "failed_try"
    __table_args__ = (
        Index(None, "card_hash", "tried_at"),
        Index(None, "place", "tried_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    card_hash: Mapped[str] = mapped_column(repr=False)  # HMAC-SHA256: cards could be counted out
    place: Mapped[str]  # a kiosk's number, or "counter"
    tried_at: Mapped[datetime] = mapped_column(index=True)
    was_looked_at: Mapped[bool]  # counts for the card; while it is closed nothing is looked at
    is_from_slowed: Mapped[bool]  # the kiosk was slowed already
    delays: Mapped[bool] = mapped_column(default=True)  # until the right password came there
