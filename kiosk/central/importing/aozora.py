"""Reads Aozora Bunko's public list of works, a CSV file with a row for each work and person.

Source: "list_person_all_extended", https://www.aozora.gr.jp/index_pages/person_all.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from kiosk.central.importing.csv_rows import Row, rows_of
from kiosk.central.importing.found import Found, NotTaken
from kiosk.central.importing.hiragana import in_hiragana, in_katakana
from kiosk.central.importing.text_files import read_text
from kiosk.domain.titles import CallNumber, Creator, Title, TitleId

_WANTED = (
    "作品ID",
    "作品名",
    "作品名読み",
    "副題",
    "副題読み",
    "分類番号",
    "姓",
    "名",
    "姓読み",
    "名読み",
    "役割フラグ",
    "底本出版社名1",
    "底本初版発行年1",
)
_AUTHOR = "著者"
_CODES = re.compile(r"NDC( K?[0-9]{3}(\.[0-9]+)?)+")
_YEAR = re.compile(r"[12][0-9]{3}")
_MARK_LETTERS = 2  # of the author's family name, on a spine label
_NO_CLASS = "The classification is not understood; the title has none."


@dataclass(frozen=True, slots=True)
class AozoraSource:
    """The list, held in memory: the rows of one work may stand anywhere in it."""

    file: Path

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def unit(self) -> str:
        return "row"

    def read(self) -> Iterator[Found[Title] | NotTaken]:
        works: dict[str, list[tuple[int, Row]]] = {}
        for row in rows_of(StringIO(read_text(self.file)), _WANTED):
            reason = None if isinstance(row, NotTaken) else _missing(row[1])
            if isinstance(row, NotTaken):
                yield row
            elif reason is not None:
                yield NotTaken(row[0], reason)
            else:
                works.setdefault(row[1]["作品ID"], []).append(row)
        yield from map(_found, works.values())


def _found(rows: list[tuple[int, Row]]) -> Found[Title]:
    """A work, told by its first row."""
    number, first = rows[0]
    title = _title([row for _, row in rows])
    cell = first["分類番号"]
    is_strange = cell and not _CODES.fullmatch(cell)
    return Found(number, title.id, title, (_NO_CLASS,) if is_strange else ())


def _missing(row: Row) -> str | None:
    if not re.fullmatch("[0-9]{1,10}", row["作品ID"]):
        return "The 作品ID is no number."
    if not row["作品名"].strip():
        return "The 作品名 is empty."
    return None


def _title(rows: list[Row]) -> Title:
    first = rows[0]
    is_for_children, ndc = _class(first["分類番号"])
    author = next((row for row in rows if row["役割フラグ"] == _AUTHOR), first)
    year = _YEAR.search(first["底本初版発行年1"])
    return Title(
        id=TitleId(f"aozora-{first['作品ID']}"),
        name=_joined(first["作品名"], first["副題"]),
        reading=in_hiragana(_joined(first["作品名読み"], first["副題読み"])),
        creators=tuple(dict.fromkeys(_creator(row) for row in rows)),
        publisher=first["底本出版社名1"].strip(),
        year=int(year[0]) if year else None,
        call_number=CallNumber(ndc, _mark(author["姓読み"]) if ndc else ""),
        is_for_children=is_for_children,
    )


def _class(cell: str) -> tuple[bool, str]:
    """Whether the work is for children, and its first code: "NDC K933", "NDC 913 914"."""
    if not _CODES.fullmatch(cell):
        return False, ""
    codes = cell.split()[1:]
    return any(code.startswith("K") for code in codes), codes[0].removeprefix("K")


def _creator(row: Row) -> Creator:
    role = row["役割フラグ"].strip()
    return Creator(
        name=_joined(row["姓"], row["名"]),
        reading=in_hiragana(_joined(row["姓読み"], row["名読み"])),
        role=None if role == _AUTHOR else role or None,
    )


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _mark(reading: str) -> str:
    """The author mark of a spine label: ナツ."""
    return in_katakana((in_hiragana(reading) or "")[:_MARK_LETTERS])
