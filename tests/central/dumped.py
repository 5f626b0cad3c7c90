"""All that is in a database, to be compared."""

from collections.abc import Collection

from sqlalchemy import create_engine, select

from kiosk.central.tables.whole import all_tables

Dump = dict[str, list[str]]


def dumped(url: str, besides: Collection[str] = ()) -> Dump:
    """The rows of every table, in an order of their own."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = [each for each in all_tables().sorted_tables if each.name not in besides]
        rows = {each.name: sorted(map(repr, connection.execute(select(each)))) for each in tables}
    engine.dispose()
    return rows
