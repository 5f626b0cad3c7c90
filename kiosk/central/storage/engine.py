"""How each kind of database is opened: SQLite beside a kiosk, PostgreSQL for a city."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from kiosk.central.storage.driver_errors import leave_replica, tell_no_values
from kiosk.central.storage.still_open import look_before_use

BUSY_TIMEOUT_S = 5  # how long one writer waits for another; a write takes milliseconds
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers and the one writer do not wait for each other
    "PRAGMA synchronous = FULL",  # what was answered survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what was erased is overwritten, not only forgotten
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}",
)
# A kiosk waits five seconds for its answer: nothing here may take longer than that.
_SETTINGS = {
    "lock_timeout": f"{BUSY_TIMEOUT_S}s",
    "statement_timeout": "30s",  # of what a technician asks for; an answer takes milliseconds
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}
CONNECT_TIMEOUT_S = 3
# A host that is cut off says nothing: after these seconds it counts as gone.
_LINE = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    "keepalives_idle": 5,  # seconds
    "keepalives_interval": 2,  # seconds
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds
}
# The threads that answer kiosks are at most 40 (Starlette). What was opened once is kept: opening
# and closing one for a call of a busy minute costs more than the call.
MOST_CONNECTIONS = 40
_POOL = {
    "pool_size": MOST_CONNECTIONS,
    "max_overflow": 0,
    "pool_use_lifo": True,
    "pool_timeout": BUSY_TIMEOUT_S,
}


def open_engine(url: str) -> Engine:
    """Nothing is connected yet; the values of a statement come into no error's text.

    A PostgreSQL's address may name several hosts, and what it says itself goes before ours:
    `?host=a:5432&host=b:5432&target_session_attrs=read-write`.
    """
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        return _sqlite(parts)
    engine = create_engine(parts, hide_parameters=True, connect_args=_given(parts), **_POOL)
    look_before_use(engine)
    event.listen(engine, "begin", _begin_unless_asking)
    event.listen(engine, "handle_error", tell_no_values)
    event.listen(engine, "handle_error", leave_replica)
    return engine


def asking_only(engine: Engine) -> Engine:
    """The same connections, for who only asks: PostgreSQL is told of no transaction."""
    return engine.execution_options(kiosk_asks=True)


def is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def place_of(url: str) -> str:
    """Where the data are, for technicians: a file, or an address without its password."""
    parts = make_url(url)
    is_file = parts.get_backend_name() == "sqlite" and parts.database
    return parts.database or "" if is_file else parts.render_as_string(hide_password=True)


def _given(url: URL) -> dict[str, Any]:
    """What libpq is told besides the address; what the address says is not said again."""
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    ours: dict[str, Any] = {**_LINE, "options": options, "autocommit": True}  # we say BEGIN
    return {key: value for key, value in ours.items() if key not in url.query}


def _sqlite(url: URL) -> Engine:
    is_in_memory = url.database in {None, "", ":memory:"}
    engine = create_engine(url, hide_parameters=True, **({} if is_in_memory else _POOL))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin_unless_asking(connection: Connection) -> None:
    """A driver told so for each call would take as long as the BEGIN."""
    if not connection.get_execution_options().get("kiosk_asks", False):
        connection.exec_driver_sql("BEGIN")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("kiosk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
