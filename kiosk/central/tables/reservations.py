"""The rows of reservations."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import ReservationId, ReservationNumber, ReservationState
from kiosk.domain.titles import TitleId

OPEN_STATES = (ReservationState.QUEUED, ReservationState.IN_TRANSIT, ReservationState.READY)


class ReservationRow(Row):
    """A patron reserves a title once at a time, and with a permit once."""

    __tablename__ = "reservation"

    id: Mapped[ReservationId] = mapped_column(primary_key=True)
    number: Mapped[ReservationNumber] = mapped_column(unique=True)
    permit_id: Mapped[str | None] = mapped_column(unique=True)  # None: not made at a kiosk
    patron_id: Mapped[PatronId] = mapped_column(ForeignKey("patron.id"), index=True)
    title_id: Mapped[TitleId] = mapped_column(ForeignKey("title.id"))
    pickup_id: Mapped[BranchId] = mapped_column(ForeignKey("branch.id"))
    notice: Mapped[NoticeMethod]
    channel: Mapped[Channel]
    quota_group: Mapped[str]
    quota_slot: Mapped[int]  # from 1: which of the patron's open ones of the group it is
    state: Mapped[ReservationState]
    place: Mapped[int] = mapped_column(unique=True)  # in the order of receipt, over all titles
    requested_at: Mapped[datetime]
    first_answer: Mapped[str]  # JSON: what the one who asked again is told
    ready_until: Mapped[date | None] = mapped_column(default=None)
    hold_shelf: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    # set aside for it: on its way or on the hold shelf
    item_barcode: Mapped[str | None] = mapped_column(ForeignKey("item.barcode"), default=None)
    any_edition: Mapped[bool] = mapped_column(default=False)  # of the title's work
    sequence_id: Mapped[str | None] = mapped_column(default=None, index=True)  # 順番予約 (R7)
    sequence_rank: Mapped[int | None] = mapped_column(default=None)  # from 1


_open = ReservationRow.state.in_(OPEN_STATES)
_queued = ReservationRow.state == ReservationState.QUEUED
Index(
    "uq_reservation_open_patron_title",
    ReservationRow.patron_id,
    ReservationRow.title_id,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index(
    "uq_reservation_open_item",
    ReservationRow.item_barcode,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index(
    "uq_reservation_open_slot",
    ReservationRow.patron_id,
    ReservationRow.quota_group,
    ReservationRow.quota_slot,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index(
    "ix_reservation_queue",
    ReservationRow.title_id,
    ReservationRow.place,
    sqlite_where=_queued,
    postgresql_where=_queued,
)
