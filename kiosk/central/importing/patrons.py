"""How patrons are kept: entered, corrected, and taken away when nothing is open."""

import hmac
from secrets import token_hex
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.importing.deleting import unless_needed
from kiosk.central.importing.patrons_csv import Contact, Patron
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.installation import kept
from kiosk.central.storage.database import Database
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import OPEN_STATES, ReservationRow
from kiosk.domain.patrons import CardNumber, PatronId

_KEY_BYTES = 32
_UUID_BYTES = 16


class Patrons:
    """Everybody with a card. No password is imported: the initial one holds (L2)."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def of(cls, database: Database) -> "Patrons":
        """With the key of this installation, so that the same card has the same id again."""
        return cls(bytes.fromhex(kept(database, "patron_ids", lambda: token_hex(_KEY_BYTES))))

    def put(self, session: Session, record: Patron) -> bool:
        row = patron_with(session, record.card_number)
        if row is None:
            row = PatronRow(
                id=self._new_id(record.card_number),
                card_number=record.card_number,
                name=record.name,
                birth_date=record.birth_date,
            )
            session.add(row)
            _take(row, _columns(row, record))
            session.flush()
            return True
        is_changed = _take(row, _columns(row, record))
        session.flush()
        return is_changed

    def withdraw(self, session: Session, key: str) -> bool:
        """What is over goes with the patron: old loans, cancelled reservations, sessions."""
        row = patron_with(session, CardNumber(key))
        if row is None:
            return False
        if _has_anything_open(session, row.id):
            raise RowRefused("The patron has loans or reservations.")
        with unless_needed(session):
            session.execute(delete(LoanRow).where(LoanRow.patron_id == row.id))
            session.execute(delete(ReservationRow).where(ReservationRow.patron_id == row.id))
            session.delete(row)
        return True

    def _new_id(self, card: CardNumber) -> PatronId:
        """Says nothing of the card to who has not the key."""
        digest = hmac.digest(self._key, card.encode(), "sha256")
        return PatronId(str(UUID(bytes=digest[:_UUID_BYTES], version=4)))


def patron_with(session: Session, card: CardNumber) -> PatronRow | None:
    return session.scalars(select(PatronRow).where(PatronRow.card_number == card)).one_or_none()


def _has_anything_open(session: Session, patron: PatronId) -> bool:
    loans = select(LoanRow.id).where(LoanRow.patron_id == patron, LoanRow.returned_at.is_(None))
    reservations = select(ReservationRow.id).where(
        ReservationRow.patron_id == patron, ReservationRow.state.in_(OPEN_STATES)
    )
    return any(session.scalars(one.limit(1)).first() is not None for one in (loans, reservations))


def _take(row: PatronRow, wanted: dict[str, Any]) -> bool:
    """Whether something was different."""
    different = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def _columns(row: PatronRow, patron: Patron) -> dict[str, Any]:
    return {
        "name": patron.name,
        "birth_date": patron.birth_date,
        **_contact(row, "email", patron.email),
        **_contact(row, "telephone", patron.telephone),
        **_contact(row, "fax", patron.fax),
    }


def _contact(row: PatronRow, name: str, contact: Contact | None) -> dict[str, Any]:
    """What was confirmed here stays so, as long as it is the same."""
    if contact is None:
        return {}
    is_same = getattr(row, name) == contact.value
    is_confirmed = contact.is_confirmed or (is_same and getattr(row, f"{name}_is_confirmed"))
    return {name: contact.value, f"{name}_is_confirmed": is_confirmed}
