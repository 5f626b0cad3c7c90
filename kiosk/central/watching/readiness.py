"""Whether the service can do what it is for: read, write, and know its tables."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import is_up_to_date
from kiosk.domain.errors import StorageBroken, StorageBusy


def check(database: Database) -> None:
    """Ask the database; nothing is changed.

    Raises:
        StorageBusy: it cannot be reached now, or is a replica that takes no change.
        StorageBroken: it was made by another version of this program.
        StorageFull.
    """
    if not is_up_to_date(database):
        raise StorageBroken
    with database.writing() as session:
        if _is_replica(session):
            raise StorageBusy


def _is_replica(session: Session) -> bool:
    if session.get_bind().dialect.name != "postgresql":
        return False
    return bool(session.scalar(text("SELECT pg_is_in_recovery()")))
