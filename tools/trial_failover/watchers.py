"""Reads at the replicas' port all the time; and one who talks to the old leader, and only to it."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

import psycopg

from tools.trial_failover.journal import ANSWERED, Deed, Journal, Told

PAUSE_S = 0.2
SCRATCH = "CREATE TABLE IF NOT EXISTS trial_scratch (id text PRIMARY KEY)"
READ = "SELECT count(*) FROM reservation"
WRITTEN = "INSERT INTO trial_scratch VALUES (%s)"


class Watcher:
    """Says one statement again and again, on a new connection after each failure."""

    def __init__(
        self,
        deed: Deed,
        statement: str,
        connect: Callable[[], psycopg.Connection],
        journal: Journal,
    ) -> None:
        self._deed = deed
        self._statement = statement
        self._connect = connect
        self._journal = journal
        self._connection: psycopg.Connection | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(PAUSE_S):
            one = str(uuid4())
            try:
                self._say(one)
            except psycopg.Error as error:
                self._let_go()
                self._journal.write(Told(time.monotonic(), self._deed, one, type(error).__name__))
            else:
                self._journal.write(Told(time.monotonic(), self._deed, one, ANSWERED))
        self._let_go()

    def _say(self, one: str) -> None:
        self._connection = self._connection or self._connect()
        said = self._connection.execute(
            self._statement, (one,) if "%s" in self._statement else None
        )
        # Committed here, and perhaps nowhere else, is no acknowledgement.
        assert said.statusmessage is not None, "a statement that was done says so"

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(psycopg.Error):
                self._connection.close()
            self._connection = None
