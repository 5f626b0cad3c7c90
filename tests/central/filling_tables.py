"""Rows in every table of a database, as some version of the service had them."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKeyConstraint, MetaData, Table, func, select
from sqlalchemy.types import JSON, Boolean, Date, DateTime, Float, Integer

ROWS = 2
BIRTHDAY = 20
# What a column of text may hold is more than its type says.
MEANT = {
    "reservation.state": "queued",
    "reservation.channel": "kiosk",
    "reservation.notice": "none",
    "reservation.quota_group": "book",
    "item.state": "on_loan",
    "notice.state": "due",
    "letter.state": "due",
    "librarian_call.state": "waiting",
    "staff.role": "counter",
}


def fill_tables(connection: Connection) -> dict[str, int]:
    """Two rows a table, each referring to those of the same number; how many it has then.

    A row that is there already, as of a counter, stays.
    """
    found = MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        if table.name != "alembic_version":
            connection.execute(table.insert(), [_row(table, number) for number in range(ROWS)])
    return counted(connection, found)


def counted(connection: Connection, found: MetaData | None = None) -> dict[str, int]:
    if found is None:
        found = MetaData()
        found.reflect(connection)
    tables = found.sorted_tables
    counts = {one.name: connection.scalar(select(func.count()).select_from(one)) for one in tables}
    return {name: count or 0 for name, count in counts.items()}


def _row(table: Table, number: int) -> dict[str, Any]:
    referring = {
        column.name: element.column
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint)
        for column, element in zip(constraint.columns, constraint.elements, strict=True)
    }
    return {
        column.name: _value(referring.get(column.name, column), number) for column in table.columns
    }


def _value(column: Column[Any], number: int) -> object:
    """The same column and number have the same value, so that others can refer to it."""
    if f"{column.table.name}.{column.name}" in MEANT:
        return MEANT[f"{column.table.name}.{column.name}"]
    kinds: tuple[tuple[type, object], ...] = (
        (Boolean, False),
        (Integer, number + 1),
        (Float, float(number + 1)),
        (JSON, []),
        (DateTime, datetime(2026, 11, BIRTHDAY, 3, number, tzinfo=UTC)),
        (Date, date(2026, 11, BIRTHDAY + number)),
    )
    values = (value for kind, value in kinds if isinstance(column.type, kind))
    return next(values, f"{column.name} {number}")
