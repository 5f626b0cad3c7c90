"""The rows of reading histories."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.patrons import PatronId
from kiosk.domain.titles import TitleId


class HistoryRow(Row):
    """What a patron who asked for it has read; nothing is kept of anyone else."""

    __tablename__ = "history"

    id: Mapped[str] = mapped_column(primary_key=True)
    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), index=True, repr=False
    )
    title_id: Mapped[TitleId] = mapped_column(ForeignKey("title.id"), repr=False)
    lent_on: Mapped[date]
    returned_on: Mapped[date]
