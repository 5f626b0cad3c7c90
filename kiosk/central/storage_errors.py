"""What a database driver says went wrong, in our words."""

import sqlite3

from sqlalchemy.exc import DBAPIError

from kiosk.domain.errors import LibraryError, StorageBroken, StorageBusy, StorageFull

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
_PRIMARY_CODE = 0xFF  # the lowest byte of SQLite's extended result codes


def storage_error(error: DBAPIError) -> LibraryError | None:
    """What happened to the storage; None if the storage is sound and the statement was not."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    ours = _OF_SQLITE.get(code & _PRIMARY_CODE)
    return ours() if ours is not None else None
