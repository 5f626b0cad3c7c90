"""The rows of notices and letters: what is to be handed over, and what became of it."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterId, LetterKind, NoticeId, NoticeState
from kiosk.domain.reservations import ReservationId


class Posted(MappedAsDataclass, kw_only=True):
    """What is handed over: `handing_over` is committed before, the outcome after."""

    due_at: Mapped[datetime]
    written_at: Mapped[datetime]
    state: Mapped[NoticeState] = mapped_column(default=NoticeState.DUE)
    attempts: Mapped[int] = mapped_column(default=0)
    handed_at: Mapped[datetime | None] = mapped_column(default=None)  # the last time
    outcome: Mapped[str] = mapped_column(default="")  # a code, never an address or a number
    holder: Mapped[str | None] = mapped_column(default=None)  # the process that had it in hand


class NoticeRow(Posted, Row):
    """A reservation's notice by one method; address or number are looked up when it is sent."""

    __tablename__ = "notice"

    id: Mapped[NoticeId] = mapped_column(primary_key=True)
    reservation_id: Mapped[ReservationId] = mapped_column(
        ForeignKey("reservation.id", ondelete="CASCADE"), index=True
    )
    method: Mapped[NoticeMethod]
    next_method: Mapped[NoticeMethod | None] = mapped_column(default=None)  # this one failed


class LetterRow(Posted, Row):
    """An e-mail to a patron; address and facts are erased once it needs no further try."""

    __tablename__ = "letter"

    id: Mapped[LetterId] = mapped_column(primary_key=True)
    kind: Mapped[LetterKind]
    language: Mapped[Language]
    to_address: Mapped[str | None] = mapped_column(repr=False)
    facts: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True), repr=False)


# A method is used once for a reservation; only what was dropped before it was handed over, as if
# it had never been due, makes room for another.
_kept = NoticeRow.state != NoticeState.DROPPED
Index(
    "uq_notice_reservation_method",
    NoticeRow.reservation_id,
    NoticeRow.method,
    unique=True,
    sqlite_where=_kept,
    postgresql_where=_kept,
)
Index("ix_notice_due", NoticeRow.state, NoticeRow.due_at)
Index("ix_letter_due", LetterRow.state, LetterRow.due_at)
