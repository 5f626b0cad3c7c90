"""A PostgreSQL that follows the leader: it answers where what is told may be seconds old."""

import time

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kiosk.central.storage.engine import open_engine

AWAY_S = 5.0  # how long nobody asks a replica that was away: asking costs seconds
# Seconds since the last thing that the leader told it. Where the leader has nothing to tell it
# looks behind; then the leader has time to answer itself. One that was promoted is up to date.
_BEHIND = text(
    "SELECT CASE WHEN pg_is_in_recovery()"
    " THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8"
    " ELSE 0 END"
)


class Replica:
    """One of the replicas, or none where they are away or too far behind.

    Args:
        url: of one or several hosts, with `target_session_attrs=prefer-standby`, say.
        most_behind_s: an answer may be so old.
    """

    def __init__(self, url: str, most_behind_s: float) -> None:
        self._engine = open_engine(url)
        self._most_behind_s = most_behind_s
        self._away_until = 0.0  # of time.monotonic()

    def connect(self) -> Connection | None:
        """A connection that shows what is fresh enough; whoever gets it closes it."""
        if time.monotonic() < self._away_until:
            return None
        try:
            connection = self._engine.connect()
        except DBAPIError:
            self._away_until = time.monotonic() + AWAY_S
            return None
        if self._is_fresh(connection):
            return connection
        connection.close()
        return None

    def close(self) -> None:
        self._engine.dispose()

    def _is_fresh(self, connection: Connection) -> bool:
        try:
            behind_s: float | None = connection.execute(_BEHIND).scalar()
            connection.rollback()  # what is read afterwards is as new as it can be
        except DBAPIError:
            return False
        return behind_s is not None and behind_s <= self._most_behind_s
