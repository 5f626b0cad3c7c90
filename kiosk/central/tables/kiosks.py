"""The rows of kiosks and of what they do with patrons: sessions, challenges, attempts."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import PatronId


class KioskRow(Row):
    __tablename__ = "kiosk"

    number: Mapped[str] = mapped_column(primary_key=True)  # three digits
    key_hash: Mapped[str] = mapped_column(unique=True, repr=False)  # SHA-256, hexadecimal
    branch_id: Mapped[BranchId]
    # Good besides until it is used once; then it takes the place of the other.
    next_key_hash: Mapped[str | None] = mapped_column(repr=False, default=None)
    # The one before: opens nothing, and tells of a copy where somebody still has it.
    former_key_hash: Mapped[str | None] = mapped_column(repr=False, default=None)
    key_since: Mapped[datetime | None] = mapped_column(default=None)  # None: was never enrolled
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)
    seen_at: Mapped[datetime | None] = mapped_column(default=None)  # of its last report
    report: Mapped[str | None] = mapped_column(default=None)  # as it came over the wire, JSON

    __table_args__ = (Index("uq_kiosk_next_key_hash", "next_key_hash", unique=True),)


class EnrolmentRow(Row):
    """A one-time code that is still good, or that was used: the same kiosk may ask once more."""

    __tablename__ = "enrolment"

    kiosk_number: Mapped[str] = mapped_column(primary_key=True)
    branch_id: Mapped[BranchId]
    code_hash: Mapped[str] = mapped_column(repr=False)  # argon2: it can be typed, so be guessed
    expires_at: Mapped[datetime]
    tries_left: Mapped[int]
    key_hash: Mapped[str | None] = mapped_column(repr=False, default=None)  # of who used it


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
    """What somebody asked for that goes out of the house, counted from the first in a window."""

    __tablename__ = "attempt"

    subject: Mapped[str] = mapped_column(primary_key=True, repr=False)  # "allowance:<hash>"
    count: Mapped[int]
    window_ends_at: Mapped[datetime] = mapped_column(index=True)
