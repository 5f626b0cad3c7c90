"""The data of fixed length in a MARC record: field 008."""

from contextlib import suppress
from datetime import date

from pymarc import Record

_LENGTH = 40
_FIRST_YEAR = 68  # MARC began in 1968; of smaller numbers the century is ours


def fixed(record: Record) -> str:
    """40 characters, blank where the record has none."""
    field = record.get("008")
    return ((field.data or "") if field is not None else "")[:_LENGTH].ljust(_LENGTH)


def entered_on(record: Record) -> date | None:
    """When the record was first entered (008/00-05)."""
    text = fixed(record)[:6]
    with suppress(ValueError):
        if text.isascii() and text.isdigit():
            year, month, day = (int(text[place : place + 2]) for place in (0, 2, 4))
            return date(_century(year) + year, month, day)
    return None


def year_of(record: Record) -> int | None:
    """The first date (008/07-10), where it is whole."""
    text = fixed(record)[7:11]
    return int(text) if text.isascii() and text.isdigit() and int(text) else None


def language_of(record: Record) -> str:
    return fixed(record)[35:38].strip(" |")


def audience_of(record: Record) -> str:
    return fixed(record)[22]


def _century(year: int) -> int:
    return 1900 if year >= _FIRST_YEAR else 2000
