"""A replica of our own, which follows a PostgreSQL of our own over its Unix socket."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.throwaway.postgres import (
    BIN,
    CARELESS,
    OWNER,
    PAUSE_S,
    SETTINGS,
    STARTS_WITHIN_S,
    Postgres,
    own,
    ready,
    running,
    unprivileged,
)

MARK = "SELECT pg_logical_emit_message(true, 'test', '')"
CAUGHT_UP = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"


class Follower(Postgres):
    """What the leader did is seen here too, soon."""

    def __init__(self, folder: Path, leader: Postgres) -> None:
        super().__init__(folder)
        self._leader = leader

    def catch_up(self) -> None:
        """Wait until all that the leader has done by now is here."""
        with _asking(self._leader) as leader:
            leader.execute("SET synchronous_commit = on")  # what came before is sent as well
            [place] = leader.execute(MARK).fetchone() or [None]
        until = time.monotonic() + STARTS_WITHIN_S
        with _asking(self) as here:
            while here.execute(CAUGHT_UP, [place]).fetchone() != (True,):
                if time.monotonic() > until:
                    raise AssertionError((self.folder / "log").read_text())
                time.sleep(PAUSE_S)

    def stand_still(self) -> None:
        """Take in nothing of what the leader tells, until `go_on`."""
        with _asking(self) as here:
            here.execute("SELECT pg_wal_replay_pause()")

    def go_on(self) -> None:
        with _asking(self) as here:
            here.execute("SELECT pg_wal_replay_resume()")


@contextmanager
def following(leader: Postgres) -> Iterator[Follower]:
    """Start a replica, and end it."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    try:
        own(folder)
        data = folder / "data"
        copying = f"-U {OWNER} --write-recovery-conf --checkpoint=fast --no-sync".split()
        command: list[str | Path] = [
            BIN / "pg_basebackup",
            "-h",
            leader.folder,
            "-D",
            data,
            *copying,
        ]
        subprocess.run(unprivileged(command), check=True, cwd="/")
        with running(folder, data, {**SETTINGS, **CARELESS}):
            follower = Follower(folder, leader)
            ready(follower)
            yield follower
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _asking(server: Postgres) -> Iterator[psycopg.Connection]:
    where = f"host={server.folder} user={OWNER} dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        yield connection
