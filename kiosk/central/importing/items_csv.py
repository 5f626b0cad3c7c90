"""Items in a CSV file, by a mapping file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import Column, CsvForm
from kiosk.central.importing.csv_source import CsvSource
from kiosk.central.importing.found import Found
from kiosk.central.importing.title_ids import title_id
from kiosk.domain.branches import BranchId
from kiosk.domain.titles import Material, TitleId


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """Where each stands; "" for what the file does not have."""

    barcode: Column
    title_id: Column
    branch: Column
    material: str = ""
    shelf_mark: str = ""
    shelf: str = ""
    floor: str = ""
    is_reference: str = ""
    is_missing: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class ItemsMapping:
    form: CsvForm
    columns: ItemColumns
    title_id_prefix: str  # as the titles were imported with
    branches: dict[str, BranchId]  # by the file's codes; what is none of them is our own id
    materials: dict[str, Material]


@dataclass(frozen=True, slots=True)
class Item:
    """An item as another system knows it."""

    barcode: str
    title_id: TitleId
    branch_id: BranchId
    material: Material | None = None  # None: the title's
    shelf_mark: str = ""
    shelf: str = ""
    floor: str = ""
    is_reference: bool = False
    is_missing: bool | None = None  # None: the file does not say


def csv_items(file: Path, mapping: ItemsMapping) -> CsvSource[Item]:
    def understand(number: int, cells: Cells) -> Found[Item]:
        barcode = cells.needed(mapping.columns.barcode)
        is_withdrawn = cells.flag(mapping.columns.withdrawn)
        return Found(number, barcode, None if is_withdrawn else _item(cells, mapping))

    return CsvSource(file, mapping.form, mapping.columns, understand)


def _item(cells: Cells, mapping: ItemsMapping) -> Item:
    columns = mapping.columns
    branch = cells.needed(columns.branch)
    return Item(
        barcode=cells.needed(columns.barcode),
        title_id=title_id(f"{mapping.title_id_prefix}{cells.needed(columns.title_id)}"),
        branch_id=mapping.branches.get(branch, BranchId(branch)),
        material=cells.one_of(columns.material, mapping.materials),
        shelf_mark=cells.text(columns.shelf_mark),
        shelf=cells.text(columns.shelf),
        floor=cells.text(columns.floor),
        is_reference=cells.flag(columns.is_reference),
        is_missing=cells.flag(columns.is_missing) if columns.is_missing else None,
    )
