"""Backups of a PostgreSQL server's database, by its own pg_dump and pg_restore."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from psycopg import IsolationLevel, sql
from psycopg.conninfo import make_conninfo
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine import make_url

from kiosk.central.backups.errors import BackupNotMade, BackupUnusable, RestoreRefused, noted
from kiosk.central.backups.kinds import Kind, Rows
from kiosk.central.backups.programs import Programs, programs_for
from kiosk.domain.errors import LibraryError

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
_COPY = re.compile(rb'COPY public\."?([a-z_]+)"? .*FROM stdin;\n')
_END = b"\\.\n"
_REVISION = "alembic_version"
_PLAIN = ("--no-owner", "--no-privileges")  # whoever restores it owns it
_A_VERSION = 10_000


class PostgresDump(Kind):
    ending = ".dump"

    def __init__(self, url: str) -> None:
        dialect: Any = PGDialect_psycopg()  # type: ignore[no-untyped-call]
        _, given = dialect.create_connect_args(make_url(url))
        password = given.pop("password", None)
        self._conninfo = make_conninfo(**given)
        self._environment = {"PGPASSWORD": str(password)} if password is not None else {}
        self._password = password

    def copy(self, part: Path) -> Rows:
        """See Kind; the rows are counted in the very state that is written."""
        try:
            with self._connect() as there:
                there.isolation_level = IsolationLevel.REPEATABLE_READ
                snapshot = _one(there, "SELECT pg_export_snapshot()")
                where = ("--dbname", self._conninfo, "--snapshot", str(snapshot))
                words = ("--format=custom", *_PLAIN, *where, "--file", str(part))
                self._programs(there, BackupNotMade).run(BackupNotMade, "pg_dump", *words)
                return _count(there)
        except psycopg.Error as error:
            raise noted(BackupNotMade(), _said(error)) from error

    def count(self, plain: Path) -> Rows:
        """See Kind; no server is needed."""
        programs = programs_for(0, {}, BackupUnusable)
        words = ("--data-only", "--file=-", str(plain))
        with programs.reading(BackupUnusable, "pg_restore", *words) as text:
            rows = _rows_of(text)
        if _REVISION not in rows:
            raise noted(BackupUnusable(), "there is no library in it")
        return rows

    def fill(self, plain: Path) -> None:
        """See Kind; all of it comes, or nothing."""
        try:
            with self._connect() as there:
                _refuse_unless_alone(there)
                _drop_empty(there)
                programs = self._programs(there, BackupUnusable)
                there.commit()
                words = (*_PLAIN, "--single-transaction", "--exit-on-error")
                where = ("--dbname", self._conninfo, str(plain))
                programs.run(BackupUnusable, "pg_restore", *words, *where)
        except psycopg.Error as error:
            raise noted(RestoreRefused(), _said(error)) from error

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(self._conninfo, password=self._password)

    def _programs(self, there: psycopg.Connection, failed: type[LibraryError]) -> Programs:
        version = there.info.server_version // _A_VERSION
        return programs_for(version, self._environment, failed)


def _refuse_unless_alone(there: psycopg.Connection) -> None:
    if _one(there, _OTHERS):
        raise noted(RestoreRefused(), "somebody is connected to the database: end every service")
    full = [table for table, rows in _count(there).items() if rows and table != _REVISION]
    if full:
        raise noted(RestoreRefused(), f"there are rows in {', '.join(full)}")


def _drop_empty(there: psycopg.Connection) -> None:
    for table in _tables(there):
        there.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier("public", table)))


def _count(there: psycopg.Connection) -> Rows:
    counted = sql.SQL("SELECT count(*) FROM {}")
    return {
        table: int(_one(there, counted.format(sql.Identifier("public", table))))
        for table in _tables(there)
    }


def _tables(there: psycopg.Connection) -> list[str]:
    return [str(row[0]) for row in there.execute(_TABLES).fetchall()]


def _one(there: psycopg.Connection, asked: str | sql.Composed) -> Any:
    row = there.execute(asked.encode() if isinstance(asked, str) else asked).fetchone()
    assert row is not None, "the question has one answer"
    return row[0]


def _rows_of(text: Iterable[bytes]) -> Rows:
    """Of pg_restore's text: a line a row, from COPY to a line with a point."""
    rows: dict[str, int] = {}
    table: str | None = None
    for line in text:
        if table is None:
            begins = _COPY.fullmatch(line)
            table = begins[1].decode() if begins else None
            rows.update({table: 0} if table else {})
        elif line == _END:
            table = None
        else:
            rows[table] += 1
    return rows


def _said(error: psycopg.Error) -> str:
    return f"PostgreSQL: {error.sqlstate or type(error).__name__}"
