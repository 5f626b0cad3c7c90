"""Brings a database to the shape that this version of the service needs."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from kiosk.central.database import Database
from kiosk.domain.errors import StorageBroken

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Bring the database at this address up to date; one that is so costs milliseconds.

    Raises:
        StorageFull, StorageBusy, StorageBroken: as where a newer version wrote it.
    """
    database = Database(url)
    try:
        with database.connection() as connection:
            revision = _revision(connection)
            if revision is not None and revision > newest_revision():
                raise _too_new(database)
            if revision != newest_revision():
                _upgrade(connection)
    finally:
        database.close()


def is_up_to_date(database: Database) -> bool:
    with database.session() as session:
        return _revision(session.connection()) == newest_revision()


def newest_revision() -> str:
    """The revision of the last file in migrations/versions; its name begins with it."""
    files = (_MIGRATIONS / "versions").glob("[0-9]*.py")
    return max(file.stem.split("_")[0] for file in files)


def _too_new(database: Database) -> StorageBroken:
    error = StorageBroken()
    error.add_note(f"{database.place}: a newer version of this program wrote it")
    return error


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    # Alembic is imported only when there is work: it costs a third of the start-up.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
