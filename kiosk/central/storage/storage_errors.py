"""What a database driver or a disk says went wrong, in our words."""

import errno
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, OperationalError

from kiosk.domain.errors import LibraryError, StorageBroken, StorageBusy, StorageFull


class RaceLost(StorageBusy):
    """Another transaction took what this one wanted; whoever looks again sees what there is."""


_OF_SQLITE: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_CANTOPEN: StorageBroken,
    sqlite3.SQLITE_READONLY: StorageBroken,
    sqlite3.SQLITE_IOERR: StorageBroken,
    sqlite3.SQLITE_CORRUPT: StorageBroken,
    sqlite3.SQLITE_NOTADB: StorageBroken,
}
# Of unique constraints: the deed can be done again.
_RACES_OF_SQLITE = frozenset(
    {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
)
# By SQLSTATE, the longest beginning that fits; PostgreSQL 15, appendix A.
_OF_POSTGRESQL: dict[str, type[LibraryError]] = {
    "23505": RaceLost,  # unique_violation
    "40": RaceLost,  # serialization_failure, deadlock_detected: another goes on
    "53100": StorageFull,  # disk_full
    "53": StorageBusy,  # too_many_connections, out_of_memory
    "55P03": StorageBusy,  # lock_not_available
    "57014": StorageBusy,  # query_canceled: it took too long
    "57P": StorageBusy,  # it is shut down, or starts just now
    "25006": StorageBusy,  # read_only_sql_transaction: it became a replica meanwhile
    "25P03": StorageBusy,  # idle_in_transaction_session_timeout
    "08": StorageBusy,  # the connection is gone
    "58": StorageBroken,  # a file of its cannot be read or written
    "XX": StorageBroken,  # what is kept is damaged
    "28": StorageBroken,  # it does not let us in
    "3D": StorageBroken,  # there is no such database
    "42501": StorageBroken,  # insufficient_privilege: the role may not do this
}
_PRIMARY_CODE = 0xFF  # the lowest byte of SQLite's extended result codes


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def storage_error(error: DBAPIError) -> LibraryError | None:
    """What happened to the storage; None if the storage is sound and the statement was not."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    ours = _of_sqlite(code) if code is not None else _of_postgresql(error)
    return ours() if ours is not None else None


def _of_sqlite(code: int) -> type[LibraryError] | None:
    if code in _RACES_OF_SQLITE:
        return RaceLost
    return _OF_SQLITE.get(code & _PRIMARY_CODE)


def _of_postgresql(error: DBAPIError) -> type[LibraryError] | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # the server did not say it: it could not be reached, or hung up
        return StorageBusy if isinstance(error, OperationalError) else None
    lengths = range(len(state), 1, -1)
    known = (state[:length] for length in lengths if state[:length] in _OF_POSTGRESQL)
    return next((_OF_POSTGRESQL[beginning] for beginning in known), None)


def why_unreached(error: DBAPIError) -> str | None:
    """What the driver says of a server that it did not reach, or that hung up; nothing of rows."""
    is_of_line = isinstance(error, OperationalError) and getattr(error.orig, "sqlstate", "") is None
    return " ".join(str(error.orig).split()) if is_of_line else None


def folder_error(folder: Path, error: OSError) -> LibraryError:
    """What happened to a folder that should be made or written."""
    ours = StorageFull() if error.errno in _FULL else StorageBroken()
    ours.add_note(f"{folder}: {error.strerror}")
    return ours
