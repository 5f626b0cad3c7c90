"""Titles in a CSV file, by a mapping file."""

from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from kiosk.central.importing.cells import Cells
from kiosk.central.importing.csv_form import Column, CsvForm
from kiosk.central.importing.csv_source import CsvSource
from kiosk.central.importing.found import Found
from kiosk.central.importing.hiragana import in_hiragana
from kiosk.central.importing.languages import language_code
from kiosk.central.importing.refusals import RowRefused
from kiosk.central.importing.title_ids import title_id
from kiosk.domain.isbn import read_isbn
from kiosk.domain.titles import CallNumber, Creator, Material, Title

WRONG_ISBN = "An ISBN has a wrong check digit, or is none; it was left out."
WRONG_LANGUAGE = "The language is none with a code of two letters; the usual one was taken."
_LAST_YEAR = 9999
_LAST_PART = 999_999_999


@dataclass(frozen=True, slots=True)
class TitleColumns:
    """Where each stands; "" for what the file does not have."""

    id: Column
    name: Column
    reading: str = ""
    creators: str = ""
    creator_readings: str = ""
    creator_roles: str = ""
    publisher: str = ""
    year: str = ""
    material: str = ""
    ndc: str = ""
    mark: str = ""
    volume: str = ""
    language: str = ""
    isbn: str = ""
    is_for_children: str = ""
    summary: str = ""
    subjects: str = ""
    series: str = ""
    extent: str = ""
    added_on: str = ""
    set_id: str = ""
    part: str = ""
    part_rank: str = ""
    work: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class TitlesMapping:
    form: CsvForm
    columns: TitleColumns
    materials: dict[str, Material]


def csv_titles(file: Path, mapping: TitlesMapping) -> CsvSource[Title]:
    def understand(number: int, cells: Cells) -> Found[Title]:
        return _found(number, cells, mapping)

    return CsvSource(file, mapping.form, mapping.columns, understand)


def _found(number: int, cells: Cells, mapping: TitlesMapping) -> Found[Title]:
    columns = mapping.columns
    key = title_id(cells.needed(columns.id))
    if cells.flag(columns.withdrawn):
        return Found(number, key, None)
    return Found(number, key, _title(cells, mapping), tuple(_remarks(cells, columns)))


def _title(cells: Cells, mapping: TitlesMapping) -> Title:
    columns = mapping.columns
    set_id = cells.text(columns.set_id)
    return Title(
        id=title_id(cells.needed(columns.id)),
        name=cells.needed(columns.name),
        reading=in_hiragana(cells.text(columns.reading)),
        creators=_creators(cells, columns),
        publisher=cells.text(columns.publisher),
        year=cells.number(columns.year, _LAST_YEAR),
        material=cells.one_of(columns.material, mapping.materials) or Material.BOOK,
        call_number=CallNumber(*map(cells.text, (columns.ndc, columns.mark, columns.volume))),
        language=language_code(cells.text(columns.language)) or "ja",
        isbn=read_isbn(cells.text(columns.isbn)),
        is_for_children=cells.flag(columns.is_for_children),
        summary=cells.text(columns.summary),
        subjects=tuple(subject for subject in cells.texts(columns.subjects) if subject),
        series=cells.text(columns.series) or None,
        extent=cells.text(columns.extent),
        added_on=cells.day(columns.added_on),
        set_id=title_id(set_id) if set_id else None,
        part=cells.text(columns.part),
        part_rank=cells.number(columns.part_rank, _LAST_PART) or 0,
        work=cells.text(columns.work),
    )


def _creators(cells: Cells, columns: TitleColumns) -> tuple[Creator, ...]:
    """Names, readings and roles stand in the same order."""
    names = cells.texts(columns.creators)
    readings = cells.texts(columns.creator_readings)
    roles = cells.texts(columns.creator_roles)
    if max(len(readings), len(roles)) > len(names):
        raise RowRefused("There are more readings or roles than creators.")
    together = zip_longest(names, readings, roles, fillvalue="")
    return tuple(
        Creator(name, in_hiragana(reading), role or None)
        for name, reading, role in together
        if name
    )


def _remarks(cells: Cells, columns: TitleColumns) -> list[str]:
    isbn, language = cells.text(columns.isbn), cells.text(columns.language)
    remarks = {
        WRONG_ISBN: isbn and read_isbn(isbn) is None,
        WRONG_LANGUAGE: language and language_code(language) is None,
    }
    return [remark for remark, is_so in remarks.items() if is_so]
