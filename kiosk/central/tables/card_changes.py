"""The rows of what changed of that which opens a card, until the patron has long been told."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.card_changes import CardChange
from kiosk.domain.notices import LetterId
from kiosk.domain.patrons import PatronId


class CardChangeRow(Row):
    __tablename__ = "card_change"

    id: Mapped[str] = mapped_column(primary_key=True)
    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), index=True
    )
    what: Mapped[CardChange]
    changed_at: Mapped[datetime] = mapped_column(index=True)
    at_counter: Mapped[bool]
    letter_id: Mapped[LetterId | None]  # None: no e-mail could be written
