"""`kiosk central import`: reads records in, with progress and a report."""

from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.central.database import Database
from kiosk.central.importing.files import FileFormat, import_files
from kiosk.central.importing.report import Report
from kiosk.central.settings import CentralSettings
from kiosk.commands.telling import REFUSED


def read_in(settings: CentralSettings, files: list[Path], file_format: FileFormat) -> int:
    """The status: 0 where everything was taken as it stands; says what was not, and why."""
    console = Console(stderr=True, highlight=False)
    database = Database(settings.database)
    try:
        report = _with_progress(console, database, files, file_format)
    finally:
        database.close()
    for trouble in report.troubles:
        console.print(str(trouble), markup=False, soft_wrap=True)
    console.print(f"{report.changed} titles new or changed, {report.unchanged} as before")
    return REFUSED if report.troubles else 0


def _with_progress(
    console: Console, database: Database, files: list[Path], file_format: FileFormat
) -> Report:
    is_seen = console.is_terminal
    with Progress(console=console, transient=True, disable=not is_seen) as progress:
        task = progress.add_task("importing", total=None)

        def on_progress(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        return import_files(database, files, file_format, on_progress)
