"""Imports files of records into the catalogue: in batches, each whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from kiosk.central.database import Database
from kiosk.central.importing.aozora import Read, read_aozora
from kiosk.central.importing.report import Report, Trouble
from kiosk.central.importing.text_files import FileRefused, read_text
from kiosk.central.records.changes import put_title
from kiosk.domain.titles import Title

BATCH = 500  # titles kept in one transaction; kiosks wait no longer than it takes


class FileFormat(StrEnum):
    AOZORA = "aozora"


_READERS: dict[FileFormat, Callable[[str, str], Read]] = {FileFormat.AOZORA: read_aozora}


def import_files(
    database: Database,
    files: Sequence[Path],
    file_format: FileFormat,
    on_progress: Callable[[int, int], None],
) -> Report:
    """Take records in; the same again changes nothing, and nothing is ever taken away.

    Files that cannot be used are reported, the others are imported. After each batch
    `on_progress` is told how many titles of how many are done.

    Raises:
        StorageFull, StorageBusy, StorageBroken: batches that were kept stay.
    """
    titles, troubles = _read_all(files, file_format)
    changed = 0
    for done, batch in _batches(titles):
        changed += _put(database, batch)
        on_progress(done, len(titles))
    return Report(changed, len(titles) - changed, tuple(troubles))


def _read_all(files: Sequence[Path], file_format: FileFormat) -> tuple[list[Title], list[Trouble]]:
    titles: list[Title] = []
    troubles: list[Trouble] = []
    for file in files:
        try:
            read = _READERS[file_format](read_text(file), file.name)
        except FileRefused as refused:
            troubles.append(Trouble(file.name, None, refused.reason))
        else:
            titles.extend(read.titles)
            troubles.extend(read.troubles)
    return titles, troubles


def _batches(titles: list[Title]) -> Iterator[tuple[int, list[Title]]]:
    """Each batch, with how many titles are done after it."""
    for start in range(0, len(titles), BATCH):
        batch = titles[start : start + BATCH]
        yield start + len(batch), batch


def _put(database: Database, batch: list[Title]) -> int:
    with database.writing() as session:
        return sum(put_title(session, title) for title in batch)
