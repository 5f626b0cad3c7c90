"""One line of a list of titles, and what its cells may hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import SettingWrong

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line by their columns; whatever is refused names file, line and column."""

    file: Path
    number: int  # of the line in its file, from 1 on
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells[column]

    def needed(self, column: str) -> str:
        if not self.cells[column]:
            raise self.wrong(column, "a text")
        return self.cells[column]

    def whole(self, column: str, empty: int | None = None) -> int:
        """A whole number; without `empty` there must be one."""
        cell = self.cells[column]
        if not cell and empty is not None:
            return empty
        if not (cell.isascii() and cell.isdigit()):
            raise self.wrong(column, "a whole number")
        return int(cell)

    def truth(self, column: str) -> bool:
        if self.cells[column] not in {"", "1"}:
            raise self.wrong(column, "1 or nothing")
        return self.cells[column] == "1"

    def one_of(self, column: str, kind: type[Choice]) -> Choice:
        values = [member.value for member in kind]
        if self.cells[column] not in values:
            raise self.wrong(column, ", ".join(values))
        return kind(self.cells[column])

    def parts(self, column: str, divider: str) -> tuple[str, ...]:
        """What stands between the dividers, none of it empty; nothing for an empty cell."""
        if not self.cells[column]:
            return ()
        parts = tuple(part.strip() for part in self.cells[column].split(divider))
        if not all(parts):
            raise self.wrong(column, f"texts divided by one {divider!r} each")
        return parts

    def wrong(self, column: str, allowed: str) -> SettingWrong:
        found = self.cells[column] or "nothing"
        return SettingWrong(str(self.file), column, self.number, allowed, found)
