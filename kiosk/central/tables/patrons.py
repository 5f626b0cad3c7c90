"""The rows of patrons, and of the one credential by which a My Number card finds them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.central.tables.row import Row
from kiosk.domain.contacts import Contacts
from kiosk.domain.patrons import CardNumber, PatronId


class PatronRow(Row):
    """Nothing personal is part of its repr: rows may come into a traceback."""

    __tablename__ = "patron"

    id: Mapped[PatronId] = mapped_column(primary_key=True)
    card_number: Mapped[CardNumber] = mapped_column(unique=True, repr=False)
    name: Mapped[str] = mapped_column(repr=False)
    birth_date: Mapped[date] = mapped_column(repr=False)
    # argon2; None while the initial password holds, which follows from card and birthday (L2)
    password_hash: Mapped[str | None] = mapped_column(default=None, repr=False)
    email: Mapped[str | None] = mapped_column(default=None, repr=False)
    email_is_confirmed: Mapped[bool] = mapped_column(default=False)
    telephone: Mapped[str | None] = mapped_column(default=None, repr=False)
    telephone_is_confirmed: Mapped[bool] = mapped_column(default=False)
    fax: Mapped[str | None] = mapped_column(default=None, repr=False)
    fax_is_confirmed: Mapped[bool] = mapped_column(default=False)
    keeps_history: Mapped[bool] = mapped_column(default=False)  # asked for a reading history

    @property
    def has_chosen_password(self) -> bool:
        return self.password_hash is not None

    def to_contacts(self) -> Contacts:
        """Only what was confirmed can be used."""
        return Contacts(
            email=(self.email or "") if self.email_is_confirmed else "",
            telephone=(self.telephone or "") if self.telephone_is_confirmed else "",
            fax=(self.fax or "") if self.fax_is_confirmed else "",
        )


class CredentialKind(StrEnum):
    CERTIFICATE = "certificate"  # issuer and serial of the card's own
    PLATFORM = "platform"  # what a platform calls its holder: no serial is kept


class CredentialRow(Row):
    """By what a My Number card finds the patron who bound it; another one takes its place."""

    __tablename__ = "credential"
    __table_args__ = (UniqueConstraint("issuer", "serial"),)

    patron_id: Mapped[PatronId] = mapped_column(
        ForeignKey("patron.id", ondelete="CASCADE"), primary_key=True
    )
    issuer: Mapped[str] = mapped_column(repr=False)  # RFC 4514; "platform"
    serial: Mapped[str] = mapped_column(repr=False)  # hexadecimal, up to 20 bytes; an identifier
    not_after: Mapped[datetime]
    kind: Mapped[CredentialKind] = mapped_column(default=CredentialKind.CERTIFICATE)
    bound_at: Mapped[datetime | None] = mapped_column(default=None)  # None: before it was noted
    # When a letter was written that it ends; None: it needs none yet, or nobody has an address
    end_told_at: Mapped[datetime | None] = mapped_column(default=None)
