"""The call number of a MARC record: the library's own, or else the catalogue's class."""

import re
from collections.abc import Iterator, Sequence

from pymarc import Field, Record

from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.written import clean
from kiosk.domain.titles import CallNumber

_EDITION = re.compile("[0-9]+")


def call_number_of(record: Record, mapping: MarcMapping) -> CallNumber:
    """Class, mark and volume, without what marks a class as the children's."""
    ndc = _class(record, mapping)
    mark = next(_values(record, mapping.call_mark), "")
    volume = next(_values(record, mapping.call_volume), "")
    return CallNumber(_bare(ndc, mapping), mark, volume)


def is_childrens_call(record: Record, mapping: MarcMapping) -> bool:
    ndc = _class(record, mapping)
    return ndc != _bare(ndc, mapping)


def _class(record: Record, mapping: MarcMapping) -> str:
    own = next(_values(record, mapping.call_ndc), "")
    return own or _ndc(record, mapping) or next(_values(record, mapping.other_ndc), "")


def _ndc(record: Record, mapping: MarcMapping) -> str:
    """084 of the newest edition of the NDC: $2 njb/10, njb10, njb."""
    fields = [
        field
        for field in record.get_fields("084")
        if (field.get("2") or "").strip().lower().startswith(mapping.ndc_scheme)
    ]
    newest = sorted(fields, key=_edition, reverse=True)
    return next((clean(field.get("a") or "") for field in newest), "")


def _edition(field: Field) -> int:
    digits = _EDITION.search(field.get("2") or "")
    return int(digits[0]) if digits else 0


def _bare(ndc: str, mapping: MarcMapping) -> str:
    for mark in mapping.childrens_marks:
        if mark and ndc.startswith(mark):
            return ndc.removeprefix(mark)
    return ndc


def _values(record: Record, places: Sequence[str]) -> Iterator[str]:
    for place in places:
        for field in record.get_fields(place[:3]):
            yield from filter(None, map(clean, field.get_subfields(place[3:])))
