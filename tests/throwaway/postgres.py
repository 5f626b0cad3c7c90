"""A PostgreSQL of our own: in a folder, at a Unix socket, without a port, gone with its starter."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

BIN = Path("/usr/lib/postgresql/15/bin")
OWNER = "kiosk"
DEBIANS_USER = "postgres"  # comes with the package; PostgreSQL refuses to run as root
STARTS_WITHIN_S = 30.0
PAUSE_S = 0.05
# What it holds is worth nothing: no write waits for the disk.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "timezone": "Asia/Tokyo",  # not UTC: what relies on it is found
}


class Postgres:
    """A cluster that answers; databases are made from templates within some ten milliseconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    def create(self, template: str = "template1", name: str | None = None) -> str:
        """A new database, like its template; its name."""
        name = name or f"test_{next(self._numbers)}"
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._do(made.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop(self, database: str) -> None:
        """Take a database away, whoever still uses it."""
        dropped = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._do(dropped.format(sql.Identifier(database)))

    def answers(self) -> bool:
        try:
            self._do(sql.SQL("SELECT 1"))
        except psycopg.OperationalError:
            return False
        return True

    def _do(self, statement: sql.SQL | sql.Composed) -> None:
        where = f"host={self.folder} user={OWNER} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres(settings: Mapping[str, str] = CARELESS) -> Iterator[Postgres]:
    """Start a PostgreSQL, and end it; it ends too when whoever started it is killed."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))  # short: a socket's path has 107 bytes
    try:
        own(folder)
        data = folder / "data"
        _make(data)
        with running(folder, data, {**SETTINGS, **settings}):
            yield ready(Postgres(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(data: Path) -> None:
    options = f"-U {OWNER} -A trust -E UTF8 --locale=C.UTF-8 --no-sync".split()
    command = unprivileged([BIN / "initdb", "-D", data, *options])
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def running(folder: Path, data: Path, settings: Mapping[str, str]) -> Iterator[None]:
    said = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    command: list[str | Path] = [BIN / "postgres", "-D", data, "-k", folder, *said]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(unprivileged(command), stdout=log, stderr=log, cwd="/")
    try:
        yield
    finally:
        server.send_signal(signal.SIGINT)  # fast: who is connected is cut off
        server.wait()


def ready(server: Postgres) -> Postgres:
    until = time.monotonic() + STARTS_WITHIN_S
    while not server.answers():
        if time.monotonic() > until:
            raise AssertionError((server.folder / "log").read_text())
        time.sleep(PAUSE_S)
    return server


def own(folder: Path) -> None:
    if os.geteuid() == 0:
        user = pwd.getpwnam(DEBIANS_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)


def unprivileged(command: Sequence[str | Path]) -> list[str]:
    """As Debian's user where we are root; with us gone, it is told to quit (SIGQUIT)."""
    leave = ["setpriv", "--pdeathsig", "QUIT"]
    if os.geteuid() == 0:
        user = f"--reuid={DEBIANS_USER} --regid={DEBIANS_USER} --init-groups"
        leave += user.split()
    return [*leave, *map(str, command)]
