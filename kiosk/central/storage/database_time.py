"""The time by which several hosts agree who does what: the database's own."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import DateTime, func, select
from sqlalchemy.orm import Session

Time = Callable[[Session], datetime]


def database_time(session: Session) -> datetime:
    """Of PostgreSQL's clock; a SQLite file has no other clock than its one machine's.

    Hosts' clocks differ, by seconds or, where one is broken, by days. Within a transaction it
    goes on.
    """
    if session.get_bind().dialect.name == "sqlite":
        return datetime.now(UTC)
    now = session.scalars(select(func.clock_timestamp(type_=DateTime(timezone=True)))).one()
    return now.astimezone(UTC)
