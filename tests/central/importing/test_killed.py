"""`kill -9` in the middle of an import, and once more: the database is that of one go."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from kiosk.central.importing.patrons import Patrons
from kiosk.central.storage.database import Database
from kiosk.central.tables.whole import all_tables
from tests.central.importing.csv_files import write_csv
from tests.central.importing.marc.records import data, record, withdrawn, write
from tests.central.importing.stock import ITEM_COLUMNS, LOAN_COLUMNS, PATRON_COLUMNS

TITLES, GONE, ITEMS, PATRONS, LOANS = 1100, 50, 600, 520, 510
KEPT = {"installation", "branch", "alembic_version"}  # not made by an import
Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files in which things come twice, are broken, or are withdrawn again."""
    folder = tmp_path / "files"
    folder.mkdir()
    titles = [record(f"t{nth}", data("300", ("a", f"{nth}p"))) for nth in range(TITLES)]
    later = [record(f"t{nth}", data("300", ("a", "again"))) for nth in range(0, TITLES, 90)]
    gone = [withdrawn(f"t{nth}") for nth in range(TITLES - GONE, TITLES)]
    write(folder / "titles.mrc", *titles, b"broken\x1d", *later, *gone)
    items = [
        {"barcode": f"i{nth % 590}", "title_id": f"t{nth % 400}", "branch": "main"}
        for nth in range(ITEMS)
    ]
    write_csv(folder / "items.csv", ITEM_COLUMNS, *items)
    patrons = [
        {"card_number": f"{nth:08}", "name": f"利用者 {nth}", "birth_date": "1990-04-01"}
        for nth in range(PATRONS)
    ]
    write_csv(folder / "patrons.csv", PATRON_COLUMNS, *patrons)
    loans = [
        {
            "item_barcode": f"i{nth}",
            "card_number": f"{nth:08}",
            "lent_on": "2026-11-10",
            "due_on": "2026-11-24",
        }
        for nth in range(LOANS)
    ]
    write_csv(folder / "loans.csv", LOAN_COLUMNS, *loans)
    return folder


def dump(database: Database) -> Dump:
    """All rows of all tables, change numbers and ids too."""
    with database.session() as session:
        return {
            table.name: [
                tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))
            ]
            for table in all_tables().sorted_tables
        }


def make_keys(database: Database) -> None:
    """The installation's own, from which its patrons have their ids; every import finds them."""
    Patrons.of(database)


def empty(database: Database) -> None:
    with database.writing() as session:
        for table in reversed(all_tables().sorted_tables):
            if table.name not in KEPT:
                session.execute(delete(table))


def command(url: str, folder: Path, last: int) -> list[str]:
    module = "tests.central.importing.importing_process"
    return [sys.executable, "-m", module, url, str(folder), str(last)]


def run(url: str, folder: Path, last: int = 0) -> str:
    """What it told; nothing where it was killed before its end."""
    done = subprocess.run(
        command(url, folder, last), capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode in {0, -9}, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_a_killed_import_that_is_run_again_ends_as_one_that_was_not(
    library: Database, database_url: str, folder: Path
) -> None:
    make_keys(library)
    steps = int(run(database_url, folder))
    in_one_go = dump(library)
    assert len(in_one_go["title"]) == TITLES - GONE
    assert len(in_one_go["loan"]) == LOANS
    for seed in range(4):
        chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        empty(library)
        run(database_url, folder, chance.randint(1, steps))
        run(database_url, folder)
        assert dump(library) == in_one_go, f"seed {seed}"


@pytest.mark.slow
def test_an_import_killed_from_outside_at_any_moment_ends_alike(
    library: Database, database_url: str, folder: Path
) -> None:
    make_keys(library)
    run(database_url, folder)
    in_one_go = dump(library)
    chance = random.Random(20261120)  # noqa: S311 - moments, not secrets
    empty(library)
    for _ in range(3):
        process = subprocess.Popen(command(database_url, folder, 0), stdout=subprocess.PIPE)
        timer = threading.Timer(chance.uniform(1.0, 4.0), process.kill)
        timer.start()
        process.communicate()
        timer.cancel()
        timer.join()
    run(database_url, folder)
    assert dump(library) == in_one_go
