"""`kiosk central import`: reads records in, with progress and a report."""

from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.central.database import Database
from kiosk.central.importing.files import import_files
from kiosk.central.settings import CentralSettings


def read_in(settings: CentralSettings, files: list[Path], record_format: str) -> int:
    """0 where every record was taken, 1 where some were not; prints which and why."""
    console = Console(stderr=True)
    database = Database(settings.database)
    try:
        with Progress(console=console, transient=True) as progress:
            task = progress.add_task("reading", total=None)
            report = import_files(
                database, files, record_format, lambda count: progress.update(task, completed=count)
            )
    finally:
        database.close()
    for line in report.lines():
        console.print(line, markup=False, highlight=False)
    return 1 if report.refused else 0
