"""Texts are ordered alike in both databases."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import select, text

from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.domain.errors import StorageBroken
from tests.central.clock import START
from tests.throwaway.postgres import OWNER, Postgres

TEXTS = ("B-10", "B-9", "a", "Z", "あ", "ア", "ば", "は", "漢", "𠮷", "髙", "ー", "é", "e")


def test_text_is_ordered_by_its_signs(database: Database) -> None:
    with database.writing() as session:
        for one in TEXTS:
            session.add(AttemptRow(subject=one, count=1, window_ends_at=START))
    with database.session() as session:
        ordered = session.scalars(select(AttemptRow.subject).order_by(AttemptRow.subject)).all()
    assert ordered == sorted(TEXTS)


@pytest.fixture(params=["ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'ja'", "ENCODING 'EUC_JP'"])
def otherwise_made(postgres_server: Postgres, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database that was not made as docs/city.md says."""
    where = f"host={postgres_server.folder} user={OWNER} dbname=postgres"
    locale = "LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE otherwise {request.param} {locale}".encode())
    yield postgres_server.url("otherwise")
    postgres_server.drop("otherwise")


def test_a_database_that_orders_otherwise_is_refused_before_anything_is_made(
    otherwise_made: str,
) -> None:
    with pytest.raises(StorageBroken) as refused:
        migrate(otherwise_made)
    assert "make the database with ENCODING 'UTF8' LC_COLLATE 'C.UTF-8'" in str(
        refused.value.__notes__
    )
    database = Database(otherwise_made)
    with database.session() as session:
        assert session.scalar(text("SELECT to_regclass('patron')")) is None
    database.close()
