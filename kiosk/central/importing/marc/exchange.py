"""Streams records out of a file in MARC's exchange format (ISO 2709)."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from pymarc import Record
from pymarc.exceptions import BadSubfieldCodeWarning, PymarcException

from kiosk.central.importing.csv_rows import readable
from kiosk.central.importing.found import NotTaken

_END = b"\x1d"  # of a record; no letter in UTF-8 or MARC-8 has this byte
_LONGEST = 99_999  # bytes of a record: its length has five digits
_BROKEN = "The record is broken: leader, directory and fields do not fit."
_OTHER_ENCODING = "The record is not in the encoding that its leader names."
_AT_ONCE = 64 * 1024
_BETWEEN = b"\r\n\x1a\0 "  # what some programs write between records


def exchange_records(file: Path) -> Iterator[tuple[int, Record] | NotTaken]:
    """Each record, or why it is none. A broken one costs itself only.

    Raises:
        FileRefused: the file cannot be read.
    """
    with readable(file):
        for number, (data, is_ended) in enumerate(_pieces(file), start=1):
            yield _record(number, data, is_ended=is_ended)


def _record(number: int, data: bytes, *, is_ended: bool) -> tuple[int, Record] | NotTaken:
    if len(data) > _LONGEST:
        return NotTaken(number, f"The record is longer than {_LONGEST} bytes.")
    if not is_ended:
        return NotTaken(number, "The record is broken off; was the file cut?")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", BadSubfieldCodeWarning)
            return number, Record(data, hide_utf8_warnings=True)
    except UnicodeDecodeError as error:
        is_text = error.encoding != "ascii"  # in which leader and directory are
        return NotTaken(number, _OTHER_ENCODING if is_text else _BROKEN)
    except (PymarcException, ValueError, IndexError, TypeError, AttributeError, KeyError):
        return NotTaken(number, _BROKEN)


def _pieces(file: Path) -> Iterator[tuple[bytes, bool]]:
    """What stands between the ends of records, and whether an end came; never much at once."""
    rest = b""
    with file.open("rb") as stream:
        while block := stream.read(_AT_ONCE):
            *whole, rest = (rest + block).split(_END)
            for piece in filter(None, (piece.lstrip(_BETWEEN) for piece in whole)):
                yield piece + _END, True
            rest = rest[: _LONGEST + 1]  # of what is too long the beginning is enough
    if rest.strip(_BETWEEN):
        yield rest.lstrip(_BETWEEN), False
