"""The demonstration's titles, one line each in the CSV files of assets/demonstration/titles/."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.central.demonstration.barcodes import barcode, is_numbered
from kiosk.central.demonstration.line import Line
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import SettingWrong
from kiosk.domain.titles import Creator, Material, TitleId

COLUMNS = (
    "id",
    "name",
    "reading",  # hiragana, words divided by spaces, particles as they are written (は, へ, を)
    "creators",  # "夏目 漱石|なつめ そうせき;原田 義人|はらだ よしと|訳"
    "publisher",
    "year",
    "material",
    "ndc",
    "mark",
    "volume",
    "language",
    "is_for_children",  # 1 or nothing
    "summary",
    "subjects",  # divided by ;
    "series",
    "extent",
    "days_in_library",  # on the day of filling; small numbers are new arrivals
    "shelf_mark",  # the library's own, of audio-visual items
    "is_reference",  # 1 or nothing
    "set",  # id of the set or magazine that this is a volume or an issue of
    "part",  # as printed: 上巻, 2, 2026年11月号
    "part_rank",  # from 1 on
    "work",  # alike for all editions of one work in one language
    "items",  # branch:shelf:floor for each, divided by spaces; the floor may be missing
)
_ITEM = "branch:shelf:floor"


@dataclass(frozen=True, slots=True)
class DescribedItem:
    barcode: str
    branch: BranchId
    shelf: str
    floor: str


@dataclass(frozen=True, slots=True)
class DescribedTitle:
    id: TitleId
    name: str
    reading: str | None
    creators: tuple[Creator, ...]
    publisher: str
    year: int
    material: Material
    ndc: str
    mark: str
    volume: str
    language: str
    is_for_children: bool
    summary: str
    subjects: tuple[str, ...]
    series: str | None
    extent: str
    days_in_library: int
    shelf_mark: str
    is_reference: bool
    set_id: TitleId | None
    part: str
    part_rank: int
    work: str
    items: tuple[DescribedItem, ...]


def read_titles(folder: Path) -> tuple[DescribedTitle, ...]:
    """All titles of all lists, these in the order of their names; raises SettingWrong."""
    lists = sorted(folder.glob("*.csv"))
    return tuple(_title(line) for file in lists for line in _lines(file))


def _lines(file: Path) -> Iterator[Line]:
    try:
        with file.open(encoding="utf-8", newline="") as text:
            rows = csv.reader(text, strict=True)
            if tuple(next(rows, ())) != COLUMNS:
                raise SettingWrong(str(file), "(header)", 1, ",".join(COLUMNS))
            for cells in rows:
                yield _line(file, rows.line_num, cells)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingWrong(str(file), "(file)", None, "CSV in UTF-8", str(error)) from error


def _line(file: Path, number: int, cells: list[str]) -> Line:
    if len(cells) != len(COLUMNS):
        allowed = f"{len(COLUMNS)} cells"
        raise SettingWrong(str(file), "(line)", number, allowed, str(len(cells)))
    return Line(file, number, dict(zip(COLUMNS, cells, strict=True)))


def _title(line: Line) -> DescribedTitle:
    title = TitleId(line.text("id"))
    if not is_numbered(title):
        raise line.wrong("id", "demo- and three or four digits")
    return DescribedTitle(
        id=title,
        name=line.needed("name"),
        reading=line.text("reading") or None,
        creators=_creators(line),
        publisher=line.needed("publisher"),
        year=line.whole("year"),
        material=line.one_of("material", Material),
        ndc=line.needed("ndc"),
        mark=line.text("mark"),
        volume=line.text("volume"),
        language=line.text("language") or "ja",
        is_for_children=line.truth("is_for_children"),
        summary=line.needed("summary"),
        subjects=line.parts("subjects", ";"),
        series=line.text("series") or None,
        extent=line.needed("extent"),
        days_in_library=line.whole("days_in_library"),
        shelf_mark=line.text("shelf_mark"),
        is_reference=line.truth("is_reference"),
        set_id=TitleId(line.text("set")) if line.text("set") else None,
        part=line.text("part"),
        part_rank=line.whole("part_rank", empty=0),
        work=line.text("work"),
        items=_items(line, title),
    )


def _creators(line: Line) -> tuple[Creator, ...]:
    creators = []
    for described in line.parts("creators", ";"):
        name, reading, role, *more = [*described.split("|"), "", ""]
        if not name or any(more):
            raise line.wrong("creators", "name|reading|role for each, divided by ;")
        creators.append(Creator(name, reading or None, role or None))
    return tuple(creators)


def _items(line: Line, title: TitleId) -> tuple[DescribedItem, ...]:
    items = []
    for nth, described in enumerate(line.text("items").split(), start=1):
        branch, shelf, floor, *more = [*described.split(":"), "", ""]
        if not branch or not shelf or any(more):
            raise line.wrong("items", f"{_ITEM} for each, divided by spaces")
        items.append(DescribedItem(barcode(title, nth), BranchId(branch), shelf, floor))
    return tuple(items)
