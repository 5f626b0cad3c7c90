"""What can be imported: branches, titles, items, patrons and loans, each from its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from kiosk.central.importing.branches import Branches
from kiosk.central.importing.branches_csv import BranchesMapping, csv_branches
from kiosk.central.importing.csv_form import Encoding, read_mapping
from kiosk.central.importing.forms import TitleForm
from kiosk.central.importing.items import Items
from kiosk.central.importing.items_csv import ItemsMapping, csv_items
from kiosk.central.importing.loans import Loans
from kiosk.central.importing.loans_csv import LoansMapping, csv_loans
from kiosk.central.importing.patrons import Patrons
from kiosk.central.importing.patrons_csv import PatronsMapping, csv_patrons
from kiosk.central.importing.report import Report
from kiosk.central.importing.running import Told, import_all
from kiosk.central.importing.title_files import title_sources
from kiosk.central.importing.titles import Titles
from kiosk.central.storage.database import Database
from kiosk.domain.policy import CardPolicy


class ImportKind(StrEnum):
    BRANCHES = "branches"
    TITLES = "titles"
    ITEMS = "items"
    PATRONS = "patrons"
    LOANS = "loans"


@dataclass(frozen=True, slots=True)
class Order:
    """What a technician asked to be read in."""

    kind: ImportKind
    files: Sequence[Path]
    shipped: Path  # the folder of the mappings that hold where none is named
    card: CardPolicy
    form: TitleForm | None = None  # of titles; None: as the file looks
    mapping: Path | None = None
    encoding: Encoding | None = None  # of CSV files; None: as the mapping says

    @property
    def mapping_file(self) -> Path:
        return self.mapping or self.shipped / f"{self.kind}.toml"


def import_files(database: Database, order: Order, told: Told) -> Report:
    """Read files in; the same again changes nothing, and a file takes away only what it names.

    Files that cannot be used are reported, the others are imported.

    Raises:
        SettingWrong: a mapping cannot be used; nothing was imported.
        StorageFull, StorageBusy, StorageBroken: batches that were kept stay.
    """
    match order.kind:
        case ImportKind.BRANCHES:
            return _import_branches(database, order, told)
        case ImportKind.TITLES:
            return _import_titles(database, order, told)
        case ImportKind.ITEMS:
            return _import_items(database, order, told)
        case ImportKind.PATRONS:
            return _import_patrons(database, order, told)
        case ImportKind.LOANS:
            return _import_loans(database, order, told)


def _import_branches(database: Database, order: Order, told: Told) -> Report:
    read = read_mapping(BranchesMapping, order.mapping_file)
    mapping = replace(read, form=read.form.written_in(order.encoding))
    sources = [csv_branches(file, mapping) for file in order.files]
    return import_all(database, sources, Branches(), told)


def _import_titles(database: Database, order: Order, told: Told) -> Report:
    sources = title_sources(
        order.files,
        order.shipped,
        form=order.form,
        mapping=order.mapping,
        encoding=order.encoding,
    )
    return import_all(database, sources, Titles(), told)


def _import_items(database: Database, order: Order, told: Told) -> Report:
    read = read_mapping(ItemsMapping, order.mapping_file)
    mapping = replace(read, form=read.form.written_in(order.encoding))
    return import_all(database, [csv_items(file, mapping) for file in order.files], Items(), told)


def _import_patrons(database: Database, order: Order, told: Told) -> Report:
    read = read_mapping(PatronsMapping, order.mapping_file)
    mapping = replace(read, form=read.form.written_in(order.encoding))
    sources = [csv_patrons(file, mapping, order.card) for file in order.files]
    return import_all(database, sources, Patrons.of(database), told)


def _import_loans(database: Database, order: Order, told: Told) -> Report:
    read = read_mapping(LoansMapping, order.mapping_file)
    mapping = replace(read, form=read.form.written_in(order.encoding))
    sources = [csv_loans(file, mapping, order.card) for file in order.files]
    return import_all(database, sources, Loans(), told)
