"""The rows of kiosks and of what they do with patrons: sessions, challenges, attempts."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import PatronId


class KioskRow(Row):
    __tablename__ = "kiosk"

    number: Mapped[str] = mapped_column(primary_key=True)  # three digits
    key_hash: Mapped[str] = mapped_column(unique=True, repr=False)  # SHA-256, hexadecimal
    branch_id: Mapped[BranchId]


class PatronSessionRow(Row):
    """A session is known by its token's hash: who reads the table cannot use it."""

    __tablename__ = "patron_session"

    token_hash: Mapped[str] = mapped_column(primary_key=True, repr=False)
    patron_id: Mapped[PatronId] = mapped_column(ForeignKey("patron.id", ondelete="CASCADE"))
    kiosk_number: Mapped[str] = mapped_column(ForeignKey("kiosk.number", ondelete="CASCADE"))
    expires_at: Mapped[datetime] = mapped_column(index=True)  # moves on while it is used
    ends_at: Mapped[datetime]  # does not


class ChallengeRow(Row):
    """What a My Number card shall sign, until it is used or over."""

    __tablename__ = "challenge"

    challenge_hash: Mapped[str] = mapped_column(primary_key=True, repr=False)
    kiosk_number: Mapped[str] = mapped_column(ForeignKey("kiosk.number", ondelete="CASCADE"))
    expires_at: Mapped[datetime] = mapped_column(index=True)


class AttemptRow(Row):
    """Failed sign-ins of one card or one kiosk, counted from the first in a window."""

    __tablename__ = "attempt"

    subject: Mapped[str] = mapped_column(primary_key=True, repr=False)  # "kiosk:…" or "card:<hash>"
    count: Mapped[int]
    window_ends_at: Mapped[datetime] = mapped_column(index=True)
