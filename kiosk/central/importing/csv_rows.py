"""Streams the rows of a CSV file: what is broken costs its own row only."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kiosk.central.importing.csv_form import CsvForm, Encoding
from kiosk.central.importing.found import NotTaken
from kiosk.central.importing.refusals import FileRefused

Row = dict[str, str]

_NO_BYTES_OF_IT = range(0xDC80, 0xDD00)  # how Python keeps a byte that the encoding does not know


def rows_of_file(
    file: Path, form: CsvForm, wanted: Sequence[str]
) -> Iterator[tuple[int, Row] | NotTaken]:
    """Raises FileRefused: it cannot be read, is no text, or lacks a column that is wanted."""
    with (
        readable(file),
        file.open(encoding=form.encoding.codec, errors="surrogateescape", newline="") as lines,
    ):
        first = _first_line(lines, form.encoding)
        yield from rows_of(_with(first, lines), wanted, form.delimiter)


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """Raises FileRefused where a file, which is read twice, is none or cannot be read."""
    try:
        if file.exists() and not file.is_file():
            raise FileRefused("It is no file that can be read twice.")
        yield
    except OSError as error:
        raise FileRefused(f"The file cannot be read: {error.strerror}.") from error


def rows_of(
    lines: Iterable[str], wanted: Sequence[str], delimiter: str = ","
) -> Iterator[tuple[int, Row] | NotTaken]:
    """Each row under its header, or what is wrong with it; the header is row 1.

    Raises:
        FileRefused: the header lacks a column that is wanted.
    """
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    header = _header(reader, wanted)
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield NotTaken(number, f"The row is broken off or badly quoted ({error}).")
            continue
        if cells:
            reason = _why_not(cells, header)
            yield NotTaken(number, reason) if reason else (number, _row(header, cells))


def _row(header: list[str], cells: list[str]) -> Row:
    return dict(zip(header, cells, strict=True))


def _header(reader: Iterator[list[str]], wanted: Sequence[str]) -> list[str]:
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise FileRefused(f"The file is no CSV: {error}.") from error
    lacking = [column for column in wanted if column not in header]
    if lacking:
        raise FileRefused(f"The file lacks the columns {', '.join(lacking)}.")
    twice = [column for column in wanted if header.count(column) > 1]
    if twice:
        raise FileRefused(f"The file has the column {twice[0]} twice.")
    return header


def _why_not(cells: list[str], header: list[str]) -> str | None:
    if len(cells) != len(header):
        return f"The row has {len(cells)} of {len(header)} columns; was the file cut?"
    text = "".join(cells)
    if "\0" in text:
        return "The row holds zero bytes."
    if any(ord(letter) in _NO_BYTES_OF_IT for letter in text):
        return "The row holds bytes that are none of the file's encoding."
    return None


def _first_line(lines: IO[str], encoding: Encoding) -> str:
    """Of a file that is no text, the first line says so."""
    first = lines.readline()
    if "\0" in first:
        raise FileRefused("The file is no text: it holds zero bytes.")
    if any(ord(letter) in _NO_BYTES_OF_IT for letter in first):
        raise FileRefused(f"The file's header is not in the encoding {encoding}.")
    return first


def _with(first: str, lines: Iterable[str]) -> Iterator[str]:
    yield first
    yield from lines
