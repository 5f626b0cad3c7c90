"""Texts are ordered alike in every database: sign by sign, by Unicode's numbers."""

from sqlalchemy import Connection, text

from kiosk.domain.errors import StorageBroken

_PLAIN = frozenset({"C", "POSIX", "C.UTF-8", "C.utf8"})
_ASKED = text(
    "SELECT pg_encoding_to_char(encoding), datlocprovider, datcollate"
    " FROM pg_database WHERE datname = current_database()"
)


def refuse_other_orders(connection: Connection, place: str) -> None:
    """SQLite orders so by itself; a PostgreSQL has to be made so.

    Another order would show lists otherwise than beside a kiosk, and would change with the
    system's libraries: indexes of text break then.

    Raises:
        StorageBroken: it says how the database is to be made.
    """
    if connection.dialect.name != "postgresql":
        return
    encoding, provider, collation = connection.execute(_ASKED).one()
    if encoding == "UTF8" and provider == "c" and collation in _PLAIN:
        return
    error = StorageBroken()
    error.add_note(
        f"{place}: it is {encoding} and ordered by {collation}; make the database with "
        "ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0"
    )
    raise error
