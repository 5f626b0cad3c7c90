"""What is left in PostgreSQL's files of somebody who was erased."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, text

from kiosk.central.storage.database import Database
from kiosk.central.storage.tidying import OF_NOBODY
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.patrons import CardNumber, PatronId
from tests.throwaway.postgres import Postgres

OPTIONS = text(
    "SELECT relname, reloptions FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)
NAME = "佐倉千代"


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Database]:
    database = Database(postgresql_url)
    yield database
    database.close()


@pytest.fixture
def erased(database: Database) -> None:
    """A patron who was there, on a page that others still use."""
    with database.writing() as session:
        for number, name in enumerate((NAME, "だれか")):
            session.add(
                PatronRow(
                    id=PatronId(f"p{number}"),
                    card_number=CardNumber(f"0000000{number}"),
                    name=name,
                    birth_date=date(1990, 4, 1),
                )
            )
    with database.writing() as session:
        session.execute(delete(PatronRow).where(PatronRow.name == NAME))


def patrons_file(database: Database, server: Postgres) -> bytes:
    """The table's file as it stands on the disk."""
    with database.session() as session:
        session.execute(text("CHECKPOINT"))
        path: str = session.scalar(text("SELECT pg_relation_filepath('patron')")) or ""
    return Path(server.folder, "data", path).read_bytes()


@pytest.mark.usefixtures("erased")
def test_an_erased_row_stays_in_its_file_until_the_table_is_written_anew(
    database: Database, postgres_server: Postgres
) -> None:
    assert NAME.encode() in patrons_file(database, postgres_server)
    database.compact()
    kept = patrons_file(database, postgres_server)
    assert NAME.encode() not in kept
    assert "だれか".encode() in kept


def test_autovacuum_makes_room_soon_in_every_table_but_those_of_nobody(database: Database) -> None:
    with database.session() as session:
        options = {name: of_it for name, of_it in session.execute(OPTIONS)}  # noqa: C416
    told = {name for name, of_it in options.items() if of_it}
    assert options.keys() - told == OF_NOBODY
    assert "autovacuum_vacuum_scale_factor=0" in options["patron"]
