"""Brings a database to the shape that this version of the service needs."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from kiosk.central.storage.database import Database
from kiosk.central.storage.text_order import refuse_other_orders
from kiosk.central.storage.tidying import tidy_soon
from kiosk.domain.errors import StorageBroken

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_TURN = 20_260_111  # any number: of the lock by which services that start at once take turns
WAIT_S = 600  # for a service that is just migrating


def migrate(url: str) -> None:
    """Bring the database at this address up to date; one that is so costs milliseconds.

    Services that start at once on one PostgreSQL take turns: the first one does it. One that is
    up to date is only looked at: a role that may change no table can serve it.

    Raises:
        StorageFull, StorageBusy, StorageBroken: as where a newer version wrote it.
    """
    database = Database(url)
    try:
        if not is_up_to_date(database):
            with database.connection() as connection:
                _may_change(connection, database)
                refuse_other_orders(connection, database.place)
                _take_turn(connection)
                if not _is_newest(connection, database):
                    _upgrade(connection)
                    tidy_soon(connection)
    finally:
        database.close()


def is_up_to_date(database: Database) -> bool:
    """Raises StorageBusy, StorageBroken: as where a newer version wrote it."""
    with database.session() as session:
        return _is_newest(session.connection(), database)


def newest_revision() -> str:
    """The revision of the last file in migrations/versions; its name begins with it."""
    files = (_MIGRATIONS / "versions").glob("[0-9]*.py")
    return max(file.stem.split("_")[0] for file in files)


def _is_newest(connection: Connection, database: Database) -> bool:
    """Raises StorageBroken."""
    revision, newest = _revision(connection), newest_revision()
    if revision is not None and revision > newest:
        error = StorageBroken()
        error.add_note(f"{database.place}: a newer version of this program wrote it")
        raise error
    return revision == newest


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _may_change(connection: Connection, database: Database) -> None:
    """Raises StorageBroken: the role only serves what another role makes."""
    if connection.dialect.name != "postgresql":
        return
    may = text("SELECT has_schema_privilege(current_schema(), 'CREATE')")
    if not connection.execute(may).scalar():
        error = StorageBroken()
        error.add_note(
            f"{database.place}: its tables are missing, or older than this program, and this role "
            "may not change them; run `kiosk central migrate` with the role that owns them"
        )
        raise error


def _take_turn(connection: Connection) -> None:
    """Until the end of the transaction; SQLite lets one writer in at a time anyway."""
    if connection.dialect.name != "postgresql":
        return
    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_S}s'"))
    connection.execute(text("SET LOCAL statement_timeout = 0"))  # a city's tables are long
    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
    connection.execute(text("SET LOCAL lock_timeout = '5s'"))  # kiosks wait behind us


def _upgrade(connection: Connection) -> None:
    # Alembic is imported only when there is work: it costs a third of the start-up.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
