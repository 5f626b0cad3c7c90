"""A file of MARC 21 records that become titles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pymarc import Record

from kiosk.central.importing.found import Found, NotTaken
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.titles import found_title
from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.titles import Title

Records = Callable[[Path], Iterator[tuple[int, Record] | NotTaken]]


@dataclass(frozen=True, slots=True)
class MarcSource:
    file: Path
    mapping: MarcMapping
    records: Records  # exchange_records or xml_records

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def unit(self) -> str:
        return "record"

    def read(self) -> Iterator[Found[Title] | NotTaken]:
        for record in self.records(self.file):
            yield record if isinstance(record, NotTaken) else self._found(*record)

    def _found(self, number: int, record: Record) -> Found[Title] | NotTaken:
        try:
            return found_title(number, record, self.mapping)
        except RowRefused as refused:
            return NotTaken(number, refused.reason)
