"""Branches in a CSV file, by a mapping file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import Column, CsvForm
from kiosk.central.importing.csv_source import CsvSource
from kiosk.central.importing.found import Found
from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calendar import Weekday


@dataclass(frozen=True, slots=True)
class BranchColumns:
    """Where each stands; "" for what the file does not have."""

    id: Column
    name: Column
    latin_name: str = ""
    telephone: str = ""
    hours: str = ""
    closed_weekdays: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class BranchesMapping:
    form: CsvForm
    columns: BranchColumns
    weekdays: dict[str, Weekday]


def csv_branches(file: Path, mapping: BranchesMapping) -> CsvSource[Branch]:
    def understand(number: int, cells: Cells) -> Found[Branch]:
        key = cells.needed(mapping.columns.id)
        is_withdrawn = cells.flag(mapping.columns.withdrawn)
        return Found(number, key, None if is_withdrawn else _branch(cells, mapping))

    return CsvSource(file, mapping.form, mapping.columns, understand)


def _branch(cells: Cells, mapping: BranchesMapping) -> Branch:
    columns = mapping.columns
    return Branch(
        id=BranchId(cells.needed(columns.id)),
        name=cells.needed(columns.name),
        latin_name=cells.text(columns.latin_name),
        telephone=cells.text(columns.telephone),
        closed_weekdays=_closed(cells, mapping),
        hours=cells.text(columns.hours),
    )


def _closed(cells: Cells, mapping: BranchesMapping) -> tuple[Weekday, ...]:
    column = mapping.columns.closed_weekdays
    days = [day for day in cells.texts(column) if day]
    if not set(days) <= mapping.weekdays.keys():
        raise RowRefused(f"{column} is nothing that the mapping knows.")
    return tuple(mapping.weekdays[day] for day in days)
