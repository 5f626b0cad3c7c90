"""The database: one engine, a session a call, errors in our words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from kiosk.central.storage.engine import (
    BUSY_TIMEOUT_S,
    asking_only,
    is_sqlite,
    open_engine,
    place_of,
)
from kiosk.central.storage.replica import Replica
from kiosk.central.storage.storage_errors import RaceLost, storage_error, why_unreached
from kiosk.central.storage.tidying import of_somebody
from kiosk.domain.errors import StorageBusy


class Database:
    """Where the library remembers. Safe for many threads; sessions are not."""

    def __init__(self, url: str, replica: Replica | None = None) -> None:
        self.url = url
        self.place = place_of(url)
        self._engine = open_engine(url)
        self._replica = replica
        # SQLite itself waits by naps, and whoever wakes first goes first: so writers of this
        # process queue before. Only for another process's is it waited SQLite's way.
        self._turn = Lock() if is_sqlite(self._engine) else None
        self._writing = self._engine.execution_options(kiosk_writes=True)
        self._asking = asking_only(self._engine)
        self._guard: ContextVar[Callable[[Session], None] | None] = ContextVar(
            "guard", default=None
        )

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for one call that reads; what it changes is not kept.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        with self._errors_in_our_words(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def asking(self) -> Iterator[Session]:
        """A session for one call that only asks, with no way to PostgreSQL but its statements.

        There each statement sees its own moment, inside a transaction too; to begin and to end
        one would be two ways more. Nothing may be changed here.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        with (
            self._errors_in_our_words(),
            Session(self._asking, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for what may be some seconds old: on a replica where one is fresh enough.

        Nothing that a patron has just changed is shown from here.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        replica = self._replica.connect() if self._replica is not None else None
        if replica is None:
            with self.session() as session:
                yield session
            return
        try:
            with (
                self._errors_in_our_words(),
                replica,
                Session(replica, expire_on_commit=False) as s,
            ):
                yield s
        except RaceLost as lost:  # against what the leader told the replica meanwhile
            raise StorageBusy from lost

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session for one call that changes something, kept whole or not at all.

        SQLite lets one writer in at a time, from the first statement on: what was read
        inside is still true when it is written. In PostgreSQL it need not be: there a
        constraint decides, and `deciding.decided` does the deed again.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
            RaceLost: another was quicker; nothing was kept.
        """
        with (
            self._in_turn(),
            self._errors_in_our_words(),
            Session(self._writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            guard = self._guard.get()
            if guard is not None:
                guard(session)
            yield session

    @contextmanager
    def guarded(self, guard: Callable[[Session], None]) -> Iterator[None]:
        """Let every writing of this thread ask first, in its own transaction, whether it may.

        What the guard raises ends the transaction, and nothing is kept.
        """
        token = self._guard.set(guard)
        try:
            yield
        finally:
            self._guard.reset(token)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection with a transaction that writes, for migrations."""
        with self._errors_in_our_words(), self._writing.begin() as connection:
            yield connection

    def compact(self) -> None:
        """Write anew, without gaps, what may hold what was erased: nothing of it is left there.

        A SQLite file whole; a PostgreSQL's tables of patrons, kiosks and staff, one after the
        other, each closed meanwhile. A role that does not own a table passes it over.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        with self._errors_in_our_words(), self._asking.connect() as connection:
            if is_sqlite(self._engine):
                bare = connection.connection.driver_connection
                assert bare is not None, "a connection that is open has its driver's"
                bare.execute("VACUUM")  # knows no transaction, and SQLAlchemy no time without one
                bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return
            tables = of_somebody(connection)
            connection.execute(text("SET statement_timeout = 0"))  # a city's tables are long
            for table in tables:
                connection.execute(text(f"VACUUM FULL {table}"))
            connection.execute(text("RESET statement_timeout"))

    def forget(self) -> None:
        """Let what was erased leave SQLite's log too.

        PostgreSQL's autovacuum makes room by itself, soon (tidying.py); docs/city.md says what
        stays where until then. While somebody reads or writes, it is left for the next time.

        Raises:
            StorageFull, StorageBroken.
        """
        if not is_sqlite(self._engine):
            return
        with self._errors_in_our_words(), self._engine.connect() as connection:
            bare = connection.connection.driver_connection
            assert bare is not None, "a connection that is open has its driver's"
            bare.execute("PRAGMA busy_timeout = 0")  # nobody shall wait for it
            try:
                bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                bare.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}")

    def close(self) -> None:
        self._engine.dispose()
        if self._replica is not None:
            self._replica.close()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Raises StorageBusy."""
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_TIMEOUT_S):
            raise StorageBusy
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _errors_in_our_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            ours = storage_error(error)
            if ours is None:
                raise
            ours.add_note(self.place)
            said = why_unreached(error)
            if said is not None:
                ours.add_note(said)
            raise ours from error
        except PoolTimeout as error:  # all connections were in use for as long as anybody waits
            raise StorageBusy from error
