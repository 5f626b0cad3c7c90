"""The rows of refusals: the first answer to what a kiosk asked for in vain, or too late."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import LetterId, NoticeState
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationId


class RefusalRow(Row):
    """One reservation that was not made, or was made, is over and erased: says nothing of whom.

    Only for a patron who left before the answer came it says more, until they are told.
    """

    __tablename__ = "refusal"

    id: Mapped[ReservationId] = mapped_column(primary_key=True)
    permit_id: Mapped[str]
    facts: Mapped[dict[str, str]] = mapped_column(JSON)  # as of domain.refusals
    refused_at: Mapped[datetime]
    # None: nobody needs to be told. DUE: by the letter.
    state: Mapped[NoticeState | None] = mapped_column(default=None)
    outcome: Mapped[str] = mapped_column(default="")  # a code, never an address or a number
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    method: Mapped[NoticeMethod | None] = mapped_column(default=None)
    letter_id: Mapped[LetterId | None] = mapped_column(
        ForeignKey("letter.id", ondelete="SET NULL"), default=None
    )
    patron_id: Mapped[PatronId | None] = mapped_column(
        ForeignKey("patron.id", ondelete="SET NULL"), default=None, repr=False
    )
    pickup_id: Mapped[BranchId | None] = mapped_column(
        ForeignKey("branch.id", ondelete="SET NULL"), default=None
    )
    number: Mapped[str | None] = mapped_column(default=None)  # on the patron's slip
    title_name: Mapped[str | None] = mapped_column(default=None, repr=False)


Index("ix_refusal_state", RefusalRow.state, RefusalRow.due_at)
Index("ix_refusal_refused_at", RefusalRow.refused_at)
