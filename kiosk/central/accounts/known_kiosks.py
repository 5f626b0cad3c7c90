"""The kiosks that the service knows, each by a key of its own."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.database import Database
from kiosk.central.tables.kiosks import KioskRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import KioskUnknown


@dataclass(frozen=True, slots=True)
class KnownKiosk:
    number: str  # three digits
    branch: BranchId


class KnownKiosks:
    def __init__(self, database: Database) -> None:
        self._database = database

    def by_key(self, key: str) -> KnownKiosk:
        """Raises KioskUnknown."""
        wanted = select(KioskRow).where(KioskRow.key_hash == hash_of(key))
        with self._database.session() as session:
            row = session.scalars(wanted).one_or_none()
        if row is None:
            raise KioskUnknown
        return KnownKiosk(row.number, row.branch_id)

    def register(self, number: str, branch: BranchId, key: str | None = None) -> str:
        """Let a kiosk in, at this branch; a key that it had before no longer opens.

        A kiosk that was given another number keeps its key, and its old number is let in no more.

        Returns:
            The key, to be set at the kiosk; the service keeps only its hash.
        """
        key = key or new_secret()
        row = KioskRow(number=number, key_hash=hash_of(key), branch_id=branch)
        renumbered = delete(KioskRow).where(
            KioskRow.key_hash == row.key_hash, KioskRow.number != number
        )
        with self._database.writing() as session:
            session.execute(renumbered)
            session.merge(row)
        return key
