"""A small stock for tests: rows of titles, items, patrons and loans that belong together."""

from pathlib import Path

from kiosk.central.importing.files import ImportKind
from kiosk.central.storage.database import Database
from tests.central.importing.csv_files import write_csv
from tests.central.importing.importing import Heard, import_kind

TITLE_COLUMNS = [
    "id",
    "name",
    "reading",
    "creators",
    "creator_readings",
    "creator_roles",
    "publisher",
    "year",
    "material",
    "ndc",
    "mark",
    "volume",
    "language",
    "isbn",
    "is_for_children",
    "summary",
    "subjects",
    "series",
    "extent",
    "added_on",
    "set_id",
    "part",
    "part_rank",
    "work",
    "withdrawn",
]
BRANCH_COLUMNS = ["id", "name", "latin_name", "telephone", "hours", "closed_weekdays", "withdrawn"]
ITEM_COLUMNS = [
    "barcode",
    "title_id",
    "branch",
    "material",
    "shelf_mark",
    "shelf",
    "floor",
    "is_reference",
    "is_missing",
    "withdrawn",
]
PATRON_COLUMNS = [
    "card_number",
    "name",
    "birth_date",
    "email",
    "telephone",
    "fax",
    "email_is_confirmed",
    "telephone_is_confirmed",
    "fax_is_confirmed",
    "withdrawn",
]
LOAN_COLUMNS = ["item_barcode", "card_number", "lent_on", "due_on", "renewals", "withdrawn"]

TITLE = {"id": "b1", "name": "港の猫", "material": "cd"}
ITEM = {"barcode": "10001", "title_id": "b1", "branch": "main", "shelf": "24", "floor": "2階"}
OTHER_ITEM = {**ITEM, "barcode": "10002", "branch": "east"}
PATRON = {"card_number": "01234567", "name": "丘 みどり", "birth_date": "1990-04-01"}
OTHER_PATRON = {"card_number": "01234568", "name": "岬 千里", "birth_date": "2012-12-31"}
LOAN = {
    "item_barcode": "10001",
    "card_number": "01234567",
    "lent_on": "2026-11-10",
    "due_on": "2026-11-24",
    "renewals": "1",
}
_COLUMNS = {
    ImportKind.BRANCHES: BRANCH_COLUMNS,
    ImportKind.TITLES: TITLE_COLUMNS,
    ImportKind.ITEMS: ITEM_COLUMNS,
    ImportKind.PATRONS: PATRON_COLUMNS,
    ImportKind.LOANS: LOAN_COLUMNS,
}


class Desk:
    """Takes rows of any kind in."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self._folder = folder

    def file(self, kind: ImportKind, *rows: dict[str, str]) -> Path:
        return write_csv(self._folder / f"{kind}.csv", _COLUMNS[kind], *rows)

    def take(self, kind: ImportKind, *rows: dict[str, str]) -> Heard:
        return import_kind(self.database, kind, self.file(kind, *rows))

    def branches(self, *rows: dict[str, str]) -> Heard:
        return self.take(ImportKind.BRANCHES, *rows)

    def titles(self, *rows: dict[str, str]) -> Heard:
        return self.take(ImportKind.TITLES, *rows)

    def items(self, *rows: dict[str, str]) -> Heard:
        return self.take(ImportKind.ITEMS, *rows)

    def patrons(self, *rows: dict[str, str]) -> Heard:
        return self.take(ImportKind.PATRONS, *rows)

    def loans(self, *rows: dict[str, str]) -> Heard:
        return self.take(ImportKind.LOANS, *rows)
