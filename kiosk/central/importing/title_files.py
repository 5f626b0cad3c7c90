"""Files of titles in any form that we know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.central.importing.aozora import AozoraSource
from kiosk.central.importing.csv_form import Encoding, read_mapping
from kiosk.central.importing.forms import TitleForm, guess_form
from kiosk.central.importing.found import Found, NotTaken, Source
from kiosk.central.importing.marc.exchange import exchange_records
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.source import MarcSource
from kiosk.central.importing.marc.xml import xml_records
from kiosk.central.importing.refusals import FileRefused
from kiosk.central.importing.titles_csv import TitlesMapping, csv_titles
from kiosk.domain.titles import Title

_RECORDS = {TitleForm.MARC: exchange_records, TitleForm.MARCXML: xml_records}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of which not even the form is known."""

    file: Path
    refused: FileRefused

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def unit(self) -> str:
        return "row"

    def read(self) -> Iterator[Found[Title] | NotTaken]:
        raise self.refused


def title_sources(
    files: Sequence[Path],
    shipped: Path,
    *,
    form: TitleForm | None = None,
    mapping: Path | None = None,
    encoding: Encoding | None = None,
) -> list[Source[Title]]:
    """Each file as a source of titles; shipped is the folder of the mappings that else hold.

    Raises:
        SettingWrong: a mapping cannot be used.
    """
    return [_source(file, shipped, form, mapping, encoding) for file in files]


def _source(
    file: Path,
    shipped: Path,
    form: TitleForm | None,
    mapping: Path | None,
    encoding: Encoding | None,
) -> Source[Title]:
    try:
        known = form or guess_form(file)
    except FileRefused as refused:
        return Unreadable(file, refused)
    match known:
        case TitleForm.AOZORA:
            return AozoraSource(file)
        case TitleForm.CSV:
            read = read_mapping(TitlesMapping, mapping or shipped / "titles.toml")
            return csv_titles(file, replace(read, form=read.form.written_in(encoding)))
        case TitleForm.MARC | TitleForm.MARCXML:
            marc = read_mapping(MarcMapping, mapping or shipped / "marc.toml")
            return MarcSource(file, marc, _RECORDS[known])
