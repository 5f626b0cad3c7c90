"""Tells PostgreSQL to clean up soon where patrons' rows were erased."""

from sqlalchemy import Connection, inspect, text

# What is open to everybody, or changes no row that was somebody's.
OF_NOBODY = frozenset(
    {"alembic_version", "availability", "branch", "counter", "installation", "item", "title"}
)
# Left alone, PostgreSQL waits until a fifth of a table's rows are gone: for years, perhaps.
_SOON = {
    "autovacuum_vacuum_scale_factor": "0",
    "autovacuum_vacuum_threshold": "50",  # rows that were erased or replaced
}


def of_somebody(connection: Connection) -> list[str]:
    """The tables whose rows say something of a patron, a kiosk or staff; quoted."""
    quote = connection.dialect.identifier_preparer.quote
    names = set(inspect(connection).get_table_names()) - OF_NOBODY
    return [quote(name) for name in sorted(names)]


def tidy_soon(connection: Connection) -> None:
    """Say it of every table but those of nobody; a SQLite file overwrites at once what it erases.

    What is cleaned up makes room in its page, which later rows are written over.

    Source: PostgreSQL 15, chapter 25.1.6 "The Autovacuum Daemon".
    """
    if connection.dialect.name != "postgresql":
        return
    settings = ", ".join(f"{name} = {value}" for name, value in _SOON.items())
    for table in of_somebody(connection):
        connection.execute(text(f"ALTER TABLE {table} SET ({settings})"))
