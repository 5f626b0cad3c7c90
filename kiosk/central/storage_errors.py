"""What a database driver or a disk says went wrong, in our words."""

import errno
import sqlite3
from pathlib import Path

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


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def storage_error(error: DBAPIError) -> LibraryError | None:
    """What happened to the storage; None if the storage is sound and the statement was not."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return None
    ours = _OF_SQLITE.get(code & _PRIMARY_CODE)
    return ours() if ours is not None else None


def folder_error(folder: Path, error: OSError) -> LibraryError:
    """What happened to a folder that should be made or written."""
    ours = StorageFull() if error.errno in _FULL else StorageBroken()
    ours.add_note(f"{folder}: {error.strerror}")
    return ours
