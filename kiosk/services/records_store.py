"""What the kiosk's copy of the catalogue keeps on disk: one SQLite file, a session a call."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from kiosk.services.file_lock import FileLock
from kiosk.services.records_rows import RecordsRow, StateRow

FORMAT = 3  # of the tables; a file of another one is fetched anew
_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # a power cut may cost the last pages, which are fetched again
)


class RecordsStore:
    """Safe for threads and for two processes; readers never wait for the writer.

    Opened when first needed, and tried again each time for as long as the disk is full.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "records.sqlite"
        self._engine = self._connect()
        self._opening = threading.Lock()
        self._is_open = False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One state of everything, as it was when the first row was read."""
        self._open()
        with self._reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """All of it or nothing."""
        self._open()
        with self._writing() as session:
            yield session

    def state(self) -> StateRow:
        """Detached: it tells of the moment and changes nothing."""
        with self.reading() as session:
            return state_of(session)

    def close(self) -> None:
        self._engine.dispose()

    def start_over(self) -> None:
        """Forget everything: the file is broken or of another format."""
        with self._opening:
            self._make_anew()

    def _open(self) -> None:
        with self._opening:
            if self._is_open:
                return
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._path.with_name("opening.lock")).held():
                if not self._is_usable():
                    self._make_anew()
            self._is_open = True

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        engine = self._engine.execution_options(is_writing=True)
        with Session(engine) as session, session.begin():
            yield session

    def _connect(self) -> Engine:
        engine = create_engine(f"sqlite:///{self._path}")
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _is_usable(self) -> bool:
        try:
            with self._reading() as session:
                found = session.execute(text("PRAGMA user_version")).scalar_one()
                return found == FORMAT and session.get(StateRow, 1) is not None
        except OperationalError:
            raise  # no room, no leave: what is there may be good
        except DatabaseError:
            return False

    def _make_anew(self) -> None:
        self._engine.dispose()
        for left in self._path.parent.glob(f"{self._path.name}*"):
            left.unlink(missing_ok=True)
        self._engine = self._connect()
        RecordsRow.metadata.create_all(self._engine)
        with self._writing() as session:
            session.add(StateRow())
            session.execute(text(f"PRAGMA user_version = {FORMAT}"))


def state_of(session: Session) -> StateRow:
    return session.get_one(StateRow, 1)


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
