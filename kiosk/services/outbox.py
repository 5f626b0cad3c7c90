"""Reservations asked and not yet answered, on the kiosk's disk before they are sent."""

import logging
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, create_engine, delete, event, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import KioskDiskFull
from kiosk.domain.reservation_numbers import LAST_COUNT, count_of, reservation_number
from kiosk.domain.reservations import Options, ReservationId, ReservationNumber, Wish
from kiosk.services.file_lock import FileLock
from kiosk.services.outbox_rows import CounterRow, WishRow, make_tables

log = logging.getLogger(__name__)

MOST_AT_ONCE = 500
_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was kept survives a power cut
    "PRAGMA secure_delete = ON",
)
# Without the values: SQLAlchemy keeps a statement as it first ran, and with it every value in it.
_OF_WISH = WishRow.id == bindparam("wish")
_RENUMBER = update(WishRow).where(_OF_WISH).values(number=bindparam("new"))
_DROP = delete(WishRow).where(_OF_WISH)


class SqliteOutbox:
    """One file for the panel and its spare; safe for threads and processes.

    Raises, each call: KioskDiskFull.
    """

    def __init__(self, folder: Path, kiosk: int) -> None:
        self._path = folder / "outbox.sqlite"
        self._opening = FileLock(folder / "outbox.lock")
        self._kiosk = kiosk
        self._engine = create_engine(f"sqlite:///{self._path}")
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._is_open = False
        self._lock = threading.Lock()

    def next_wish(
        self,
        options: Options,
        pickup: BranchId,
        notice: NoticeMethod,
        *,
        any_edition: bool = False,
    ) -> Wish:
        with self._session() as session:
            wish = Wish(
                ReservationId(str(uuid.uuid4())),
                self._next_number(session, known=options.last_number),
                options.permit,
                pickup,
                notice,
                any_edition,
            )
            session.add(WishRow.of(wish))
        return wish

    def renumbered(self, wish: Wish, leap: int) -> Wish:
        with self._session() as session:
            number = self._next_number(session, leap)
            session.execute(_RENUMBER, {"wish": wish.id, "new": number})
        return replace(wish, number=number)

    def answered(self, wish: Wish) -> None:
        with self._session() as session:
            session.execute(_DROP, {"wish": wish.id})

    def waiting(self) -> tuple[Wish, ...]:
        """The oldest first, at most 500."""
        asked = select(WishRow).order_by(WishRow.place).limit(MOST_AT_ONCE)
        with self._session() as session:
            return tuple(row.to_wish() for row in session.scalars(asked))

    def close(self) -> None:
        self._engine.dispose()

    def _next_number(
        self, session: Session, leap: int = 1, known: ReservationNumber | None = None
    ) -> ReservationNumber:
        """Beyond all that this file has counted, and all that the service knows."""
        told = count_of(known) if known is not None else 0
        counter = session.get(CounterRow, self._kiosk)
        if counter is None:
            counter = CounterRow(kiosk=self._kiosk, last=told)
            session.add(counter)
        elif _is_ahead(told, counter.last):
            counter.last = told
        counter.last = (counter.last + leap - 1) % LAST_COUNT + 1
        return reservation_number(self._kiosk, counter.last)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """A transaction kept whole or not at all, with nobody else writing meanwhile."""
        trouble = None
        try:
            self._open()
            with Session(self._engine) as session, session.begin():
                yield session
        except (SQLAlchemyError, OSError) as error:
            trouble = _cause(error)
        if trouble is not None:
            log.error("the outbox cannot be used: %s", trouble)
            raise KioskDiskFull

    def _open(self) -> None:
        """Make file and tables, readable by the kiosk alone, when first needed."""
        with self._lock:
            if self._is_open:
                return
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._opening.held():
                self._path.touch(mode=0o600)
                self._path.chmod(0o600)
                with self._engine.begin() as connection:
                    make_tables(connection)
            self._is_open = True


def _is_ahead(known: int, last: int) -> bool:
    """Whether a count comes after another; the count begins again after 999,999.

    Source: RFC 1982, serial number arithmetic.
    """
    return 0 < (known - last) % LAST_COUNT < LAST_COUNT // 2


def _cause(error: Exception) -> str:
    """What technicians are told: never the statement, which holds a permit."""
    original = getattr(error, "orig", None) or error
    return getattr(original, "sqlite_errorname", None) or type(original).__name__


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
