"""A CSV file whose rows become records by a mapping."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Generic

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import CsvForm
from kiosk.central.importing.csv_rows import Row, rows_of_file
from kiosk.central.importing.found import Found, NotTaken, Record
from kiosk.central.importing.refusals import RowRefused

Understand = Callable[[int, Cells], Found[Record]]  # raises RowRefused


@dataclass(frozen=True, slots=True)
class CsvSource(Generic[Record]):
    file: Path
    form: CsvForm
    columns: Any  # a dataclass: the column's name by what it holds, "" where there is none
    understand: Understand[Record]

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def unit(self) -> str:
        return "row"

    def read(self) -> Iterator[Found[Record] | NotTaken]:
        for row in rows_of_file(self.file, self.form, self._wanted()):
            yield row if isinstance(row, NotTaken) else self._found(*row)

    def _wanted(self) -> list[str]:
        named = (getattr(self.columns, field.name) for field in fields(self.columns))
        return list(dict.fromkeys(name for name in named if name))

    def _found(self, number: int, row: Row) -> Found[Record] | NotTaken:
        try:
            return self.understand(number, Cells(row, self.form))
        except RowRefused as refused:
            return NotTaken(number, refused.reason)
