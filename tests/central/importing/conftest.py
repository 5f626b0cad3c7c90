"""A library with two branches, into which things are imported; and CSV files."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.branches import BranchId
from tests.central.importing.csv_files import WriteCsv, write_csv
from tests.central.importing.stock import Desk


@pytest.fixture
def library(database: Database) -> Database:
    with database.writing() as session:
        session.add(BranchRow(id=BranchId("main"), name="本館", rank=1))
        session.add(BranchRow(id=BranchId("east"), name="東分館", rank=2))
    return database


@pytest.fixture
def as_csv(tmp_path: Path) -> WriteCsv:
    def write(
        columns: list[str],
        *rows: Mapping[str, str],
        name: str = "rows.csv",
        encoding: str = "utf-8",
    ) -> Path:
        return write_csv(tmp_path / name, columns, *rows, encoding=encoding)

    return write


@pytest.fixture
def desk(library: Database, tmp_path: Path) -> Desk:
    return Desk(library, tmp_path)
