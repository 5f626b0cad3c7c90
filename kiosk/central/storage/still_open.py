"""Whether a connection of the pool is still open; the server is asked only where one cannot see it.

After a failover the connections to the old leader are dead. A server or a proxy that hung up
says so, and that lies in the socket unread; a host that vanished says nothing.
"""

import select
import time
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

ASKED_AFTER_S = 1.0  # unused; to ask before each call costs a poor third of the call
_SINCE = "given back"  # in the record of a connection, of time.monotonic()
_SAYS = select.POLLIN | select.POLLRDHUP | select.POLLHUP | select.POLLERR


def look_before_use(engine: Engine) -> None:
    """Let nobody be given a connection that is closed: it is replaced, and those of its age."""

    def note(_connection: Any, record: Any) -> None:
        record.info[_SINCE] = time.monotonic()

    def look(connection: Any, record: Any, _proxy: object) -> None:
        dialect = engine.dialect
        try:
            if _has_lain(record) or _says_something(connection):
                dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error

    event.listen(engine, "connect", note)
    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", look)


def _has_lain(record: Any) -> bool:
    since: float = record.info[_SINCE]
    return time.monotonic() > since + ASKED_AFTER_S


def _says_something(connection: Any) -> bool:
    """Unasked: that it closes, as a rule. Nothing is read."""
    waiting = select.poll()
    waiting.register(connection.fileno(), _SAYS)
    return bool(waiting.poll(0))
