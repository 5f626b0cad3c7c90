"""Backups of the embedded file: a copy without gaps, so without what was erased."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.central.backups.errors import BackupNotMade, BackupUnusable, RestoreRefused, noted
from kiosk.central.backups.kinds import Kind, Rows

# They hardly ever lose rows: what is in the file before and after is in the copy between.
_STEADY = ("branch", "title", "item", "patron")
_OURS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
_REVISION = "alembic_version"


class SqliteFile(Kind):
    ending = ".sqlite"

    def __init__(self, file: Path) -> None:
        self._file = file

    def copy(self, part: Path) -> Rows:
        """VACUUM INTO: kiosks read and write meanwhile. See Kind."""
        try:
            with closing(_connect(self._file, "mode=rw")) as live:
                before = _count(live)
                live.execute("VACUUM INTO ?", (str(part),))
                after = _count(live)
        except sqlite3.Error as error:
            raise noted(BackupNotMade(), _said(error)) from error
        return {table: min(before[table], after[table]) for table in _STEADY if table in before}

    def count(self, plain: Path) -> Rows:
        """See Kind; SQLite's own check looks at every page and every reference."""
        try:
            with closing(_connect(plain, "mode=ro&immutable=1")) as copy:
                [found] = copy.execute("PRAGMA integrity_check(1)").fetchone()
                strays = copy.execute("PRAGMA foreign_key_check").fetchone()
                rows = _count(copy)
        except sqlite3.Error as error:
            raise noted(BackupUnusable(), _said(error)) from error
        if found != "ok" or strays is not None or _REVISION not in rows:
            raise noted(BackupUnusable(), "SQLite finds it damaged, or no library in it")
        return rows

    def fill(self, plain: Path) -> None:
        """See Kind."""
        if self._file.exists():
            _refuse_unless_empty(self._file)
        with _beside(self._file) as part:
            shutil.copyfile(plain, part)
            _sync(part)
            for log in ("-wal", "-shm"):  # of the empty file: they would be read into the new one
                self._file.with_name(self._file.name + log).unlink(missing_ok=True)
            part.replace(self._file)
            _sync(self._file.parent)


def _refuse_unless_empty(file: Path) -> None:
    try:
        with closing(_connect(file, "mode=rw")) as there:
            rows = _count(there)
    except sqlite3.Error as error:
        raise noted(RestoreRefused(), f"{file}: {_said(error)}") from error
    full = [table for table, count in rows.items() if count and table != _REVISION]
    if full:
        raise noted(RestoreRefused(), f"{file}: there are rows in {', '.join(full)}")


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    part = file.with_name(file.name + ".restored")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _connect(file: Path, how: str) -> sqlite3.Connection:
    uri = f"{file.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=30)


def _count(connection: sqlite3.Connection) -> dict[str, int]:
    tables = [name for (name,) in connection.execute(_OURS)]
    counted = {each: connection.execute(f'SELECT count(*) FROM "{each}"') for each in tables}  # noqa: S608
    return {each: rows.fetchone()[0] for each, rows in counted.items()}


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _said(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", None) or type(error).__name__
