"""The rows of changes in a queue, by which a patron is told why a place is another now."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import WhyMoved


class QueueChangeRow(Row):
    """One who waited no longer counts, or counts again, for those behind. Nothing says who."""

    __tablename__ = "queue_change"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)  # in the order of the changes
    title_id: Mapped[TitleId] = mapped_column(ForeignKey("title.id", ondelete="CASCADE"))
    place: Mapped[int]  # it concerns those behind this one
    any_edition: Mapped[bool]
    quota_group: Mapped[str]
    step: Mapped[int]  # by which their position moves: -1 or 1
    why: Mapped[WhyMoved]
    changed_at: Mapped[datetime] = mapped_column(index=True)


Index("ix_queue_change_title_id_place", QueueChangeRow.title_id, QueueChangeRow.place)
