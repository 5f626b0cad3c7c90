"""The kiosks that the service knows, each by a key of its own."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.clock import Clock, SystemClock
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.kiosks import ChallengeRow, KioskRow, PatronSessionRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import KioskUnknown

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KnownKiosk:
    number: str  # three digits
    branch: BranchId


class KnownKiosks:
    def __init__(self, database: Database, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def by_key(self, key: str) -> KnownKiosk:
        """Raises KioskUnknown: nobody's key, a former one, or one that was revoked."""
        key_hash = hash_of(key)
        wanted = select(KioskRow).where(
            or_(
                KioskRow.key_hash == key_hash,
                KioskRow.next_key_hash == key_hash,
                KioskRow.former_key_hash == key_hash,
            )
        )
        with self._database.asking() as session:
            rows = session.scalars(wanted).all()
        row = _whose(rows, key_hash)
        if row.next_key_hash == key_hash:
            self._take_next(row.number, key_hash)
        return KnownKiosk(row.number, row.branch_id)

    @decided
    def register(self, number: str, branch: BranchId, key: str | None = None) -> str:
        """Let a kiosk in, at this branch; a key that it had before no longer opens.

        A kiosk that was given another number keeps its key, and its old number is let in no more.
        A key that was revoked stays so, whatever number it comes with.

        Returns:
            The key, to be set at the kiosk; the service keeps only its hash.
        """
        key = key or new_secret()
        key_hash = hash_of(key)
        with self._database.writing() as session:
            known = session.scalars(select(KioskRow).where(KioskRow.key_hash == key_hash))
            if any(row.revoked_at is not None for row in known):
                return key
            renumbered = KioskRow.number != number
            session.execute(delete(KioskRow).where(KioskRow.key_hash == key_hash, renumbered))
            row = session.get(KioskRow, number)
            if row is None or row.key_hash != key_hash:
                set_key(session, number, branch, key_hash, since=None)
            else:
                row.branch_id = branch
        return key

    @decided
    def change_key(self, number: str, next_key_hash: str) -> None:
        """Take another key besides, until it is used once; the same again changes nothing."""
        with self._database.writing() as session:
            row = session.get_one(KioskRow, number, with_for_update=True)
            if row.key_hash != next_key_hash:
                row.next_key_hash = next_key_hash

    def revoke(self, number: str) -> None:
        """Let a kiosk in no more, from its next call on; sessions at it are over.

        Raises:
            KioskUnknown: there is none of this number.
        """
        with self._database.writing() as session:
            row = session.get(KioskRow, number, with_for_update=True)
            if row is None:
                raise KioskUnknown
            row.revoked_at = row.revoked_at or self._clock.now()
            row.next_key_hash = None
            _end_what_is_open(session, number)

    def _take_next(self, number: str, key_hash: str) -> None:
        with self._database.writing() as session:
            row = session.get_one(KioskRow, number, with_for_update=True)
            if row.next_key_hash != key_hash:  # another call of the same kiosk was quicker
                return
            row.former_key_hash, row.key_hash, row.next_key_hash = row.key_hash, key_hash, None
            row.key_since = self._clock.now()


def set_key(
    session: Session, number: str, branch: BranchId, key_hash: str, *, since: datetime | None
) -> None:
    """Let a machine in under this number; the one before it is let in no more."""
    row = session.get(KioskRow, number, with_for_update=True)
    if row is None:
        row = KioskRow(number=number, branch_id=branch, key_hash=key_hash, key_since=since)
        session.add(row)
        return
    row.former_key_hash, row.key_hash, row.next_key_hash = row.key_hash, key_hash, None
    row.branch_id, row.key_since = branch, since
    row.revoked_at = row.seen_at = row.report = None
    _end_what_is_open(session, number)


def _whose(rows: Sequence[KioskRow], key_hash: str) -> KioskRow:
    """Who may come in with this key; why somebody may not is for technicians to read."""
    for row in rows:
        if key_hash in {row.key_hash, row.next_key_hash}:
            if row.revoked_at is None:
                return row
            log.warning("a revoked kiosk was refused", extra={"told": {"kiosk": row.number}})
            raise KioskUnknown
    for row in rows:
        said = "a former key was used: is there a copy of it?"
        log.warning(said, extra={"told": {"kiosk": row.number}})
    raise KioskUnknown


def _end_what_is_open(session: Session, number: str) -> None:
    for table in (PatronSessionRow, ChallengeRow):
        session.execute(delete(table).where(table.kiosk_number == number))
