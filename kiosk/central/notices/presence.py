"""Which processes deliver now: what one of them has in hand is no business of the others."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.storage.database import Database
from kiosk.central.storage.database_time import Time
from kiosk.central.tables.jobs import DelivererRow

ALIVE = timedelta(seconds=60)  # after it said so last; it does many times meanwhile
FORGOTTEN = timedelta(days=1)


class Presence:
    """Of one process. A name that no other has: one that starts again is another."""

    def __init__(self, database: Database, time: Time) -> None:
        self.holder = uuid4().hex
        self._database = database
        self._time = time

    def tell(self) -> None:
        """Say that this process is alive.

        Raises:
            StorageBusy, StorageFull, StorageBroken.
        """
        with self._database.writing() as session:
            self.tell_in(session)

    def tell_in(self, session: Session) -> None:
        """The same in the transaction of a deed."""
        until = self._time(session) + ALIVE
        row = session.get(DelivererRow, self.holder)
        if row is None:
            session.add(DelivererRow(id=self.holder, alive_until=until))
        else:
            row.alive_until = until

    def leave(self) -> None:
        """Be gone: nothing is in hand any more."""
        with self._database.writing() as session:
            old = self._time(session) - FORGOTTEN
            gone = (DelivererRow.id == self.holder) | (DelivererRow.alive_until <= old)
            session.execute(delete(DelivererRow).where(gone))

    def alive(self, session: Session) -> tuple[str, ...]:
        """The processes that are alive as far as anybody knows, this one among them."""
        now = self._time(session)
        alive = select(DelivererRow.id).where(DelivererRow.alive_until > now)
        return (self.holder, *session.scalars(alive))
