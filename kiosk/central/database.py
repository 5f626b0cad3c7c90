"""The database: one engine, a session a call, errors in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from kiosk.central.storage_errors import storage_error

BUSY_TIMEOUT_S = 5  # how long one writer waits for another; a write takes milliseconds
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers and the one writer do not wait for each other
    "PRAGMA synchronous = FULL",  # what was answered survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what was erased is overwritten, not only forgotten
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}",
)


class Database:
    """Where the library remembers. Safe for many threads; sessions are not."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.place = _place(url)
        self._engine = create_engine(url, hide_parameters=True, **_pool(url))
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)
        self._writing = self._engine.execution_options(kiosk_writes=True)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for one call that reads; what it changes is not kept.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        with self._errors_in_our_words(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session for one call that changes something, kept whole or not at all.

        SQLite lets one writer in at a time, from the first statement on: what was read
        inside is still true when it is written.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        with (
            self._errors_in_our_words(),
            Session(self._writing, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection with a transaction that writes, for migrations."""
        with self._errors_in_our_words(), self._writing.begin() as connection:
            yield connection

    def compact(self) -> None:
        """Write a SQLite file anew, without gaps; other databases see to it themselves.

        Raises:
            StorageFull, StorageBusy, StorageBroken.
        """
        if self._engine.dialect.name != "sqlite":
            return
        with self._errors_in_our_words(), self._engine.connect() as connection:
            bare = connection.connection.driver_connection
            assert bare is not None, "a connection that is open has its driver's"
            bare.execute("VACUUM")  # knows no transaction, and SQLAlchemy no time without one
            bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget(self) -> None:
        """Let what was erased leave SQLite's log too; PostgreSQL's autovacuum does so by itself.

        While somebody reads or writes, it is left for the next time.

        Raises:
            StorageFull, StorageBroken.
        """
        if self._engine.dialect.name != "sqlite":
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

    @contextmanager
    def _errors_in_our_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            ours = storage_error(error)
            if ours is None:
                raise
            ours.add_note(self.place)
            raise ours from error


def _pool(url: str) -> dict[str, Any]:
    # The threads that answer kiosks are at most 40 (Starlette); few of them hold a connection.
    in_memory = make_url(url).database in {None, "", ":memory:"}
    return {} if in_memory else {"pool_size": 10, "max_overflow": 30}


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("kiosk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _place(url: str) -> str:
    """Where the data are, for technicians: a file, or an address without its password."""
    parts = make_url(url)
    is_file = parts.get_backend_name() == "sqlite" and parts.database
    return parts.database or "" if is_file else parts.render_as_string(hide_password=True)
