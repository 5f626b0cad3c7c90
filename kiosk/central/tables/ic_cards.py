"""The rows of IC cards that patrons bound, known by a keyed hash of their number."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.ic_cards import IcKind
from kiosk.domain.patrons import PatronId


class IcCardRow(Row):
    """One card a patron, one patron a card; another one takes its place."""

    __tablename__ = "ic_card"

    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), primary_key=True
    )
    # HMAC-SHA-256, hexadecimal: who has the table without the key cannot try all numbers.
    identifier_hash: Mapped[str] = mapped_column(unique=True, repr=False)
    kind: Mapped[IcKind]
    bound_at: Mapped[datetime]
