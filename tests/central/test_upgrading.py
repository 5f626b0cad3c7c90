"""A library that an earlier version filled goes on with everything in it."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

import kiosk.central
from kiosk.central.database import Database
from kiosk.central.migrate import is_up_to_date, migrate

MIGRATIONS = Path(kiosk.central.__path__[0]) / "migrations"
# One row a table, each referring to those before it, as version 0.1.0 wrote them.
FILLED = """
INSERT INTO branch (id, name, latin_name, telephone, rank) VALUES ('main', '本館', '', '', 1);
INSERT INTO title (id, change, is_withdrawn, name, creators, publisher, material, ndc, mark, volume,
    language, is_for_children, summary, subjects, extent)
    VALUES ('t', 1, 0, 'こころ', '[]', '', 'book', '913.6', 'ナツ', '', 'ja', 0, '', '[]', '');
INSERT INTO item (barcode, title_id, branch_id, material, shelf_mark, shelf, floor, is_reference,
    state) VALUES ('1', 't', 'main', 'book', '', '24', '', 0, 'on_loan');
INSERT INTO patron (id, card_number, name, birth_date, email_is_confirmed, telephone_is_confirmed,
    fax_is_confirmed) VALUES ('p', '00000001', '', '1990-04-01', 0, 0, 0);
INSERT INTO loan (id, item_barcode, patron_id, lent_on, due_on, renewals)
    VALUES ('l', '1', 'p', '2026-11-01', '2026-11-15', 0);
INSERT INTO reservation (id, number, patron_id, title_id, pickup_id, notice, channel, quota_group,
    state, place, requested_at, first_answer, hold_shelf) VALUES
    ('r', '0010000011', 'p', 't', 'main', 'none', 'kiosk', 'book',
    'queued', 1, '2026-11-01', '', '');
"""
TABLES = ("branch", "title", "item", "patron", "loan", "reservation")


def at_revision(database: Database, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.connection() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_a_filled_library_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "central.sqlite"
    url = f"sqlite:///{file}"
    database = Database(url)
    at_revision(database, "0002")
    with sqlite3.connect(file) as old:
        old.executescript(FILLED)
    migrate(url)
    assert is_up_to_date(database)
    database.close()
    with sqlite3.connect(file) as new:
        kept = [new.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES]  # noqa: S608
        assert kept == [(1,)] * len(TABLES)
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []
