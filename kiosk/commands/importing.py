"""`kiosk central import …`: reads files in, with progress and a report."""

import csv
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from kiosk.central.importing.files import Order, import_files
from kiosk.central.importing.report import Report, Trouble
from kiosk.central.importing.running import Told
from kiosk.central.settings import CentralSettings
from kiosk.central.storage.database import Database
from kiosk.commands.import_progress import shown_progress
from kiosk.commands.telling import REFUSED

MOST_SAID = 100  # troubles on the terminal; all of them stand in the report's file


def read_in(settings: CentralSettings, order: Order, report_file: Path | None) -> int:
    """The status: 0 where everything was taken as it stands; says what was not, and why."""
    logging.getLogger("pymarc").setLevel(logging.ERROR)  # we say what is wrong, with its record
    console = Console(stderr=True, highlight=False)
    database = Database(settings.database)
    try:
        with _written(report_file) as troubles, shown_progress(console) as progress:
            report = import_files(database, order, Told(progress, troubles.take))
    finally:
        database.close()
    for trouble in troubles.first:
        console.print(str(trouble), markup=False, soft_wrap=True)
    console.print(_sums(order, report, report.troubles - len(troubles.first)), soft_wrap=True)
    return REFUSED if report.troubles else 0


def _sums(order: Order, report: Report, unsaid: int) -> str:
    more = f"… and {unsaid} more; --report FILE writes all of them down\n" if unsaid else ""
    return (
        f"{more}{report.changed} {order.kind} new or changed, {report.withdrawn} withdrawn, "
        f"{report.unchanged} as before, {report.troubles} reported"
    )


class _Troubles:
    """Writes all down as they come, and keeps the first of them to be said."""

    def __init__(self, write: Callable[[list[str]], object] | None) -> None:
        self.first: list[Trouble] = []
        self._write = write

    def take(self, trouble: Trouble) -> None:
        if self._write is not None:
            self._write([trouble.file, str(trouble.row or ""), trouble.reason])
        if len(self.first) < MOST_SAID:
            self.first.append(trouble)


@contextmanager
def _written(file: Path | None) -> Iterator[_Troubles]:
    """With a mark at its beginning, by which spreadsheets know UTF-8."""
    if file is None:
        yield _Troubles(None)
        return
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        lines = csv.writer(text)
        lines.writerow(["file", "row", "reason"])
        yield _Troubles(lines.writerow)
