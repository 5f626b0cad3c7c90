"""How a CSV file is written: the part of a mapping file that all kinds share."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

from kiosk.domain.bounds import Matches
from kiosk.domain.toml_table import TomlTable

Column = Annotated[str, Matches(".+", "the name of a column")]
Kind = TypeVar("Kind")


class Encoding(StrEnum):
    UTF_8 = "utf-8"  # with a byte order mark or without
    CP932 = "cp932"  # what Japanese spreadsheets call Shift_JIS

    @property
    def codec(self) -> str:
        return "utf-8-sig" if self is Encoding.UTF_8 else self.value


@dataclass(frozen=True, slots=True)
class CsvForm:
    encoding: Encoding
    delimiter: Annotated[str, Matches("[,;|\t]", r"one of , ; | and \t")]
    divider: Annotated[str, Matches(r"\S+", "a mark")]  # between several values in one cell
    date: Annotated[
        str, Matches("(?=.*%Y)(?=.*%m)(?=.*%d)[%Ymd\\W]+", "%Y, %m and %d with marks between them")
    ]
    yes: tuple[str, ...]
    no: tuple[str, ...]  # an empty cell is no, too

    def written_in(self, encoding: Encoding | None) -> "CsvForm":
        """The same in another encoding; None: as the mapping says."""
        return self if encoding is None else replace(self, encoding=encoding)


def read_mapping(kind: type[Kind], file: Path) -> Kind:
    """Raises SettingWrong, which names file, key and line."""
    return TomlTable.read_file(file).read(kind)
