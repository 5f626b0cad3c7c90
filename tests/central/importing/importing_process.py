"""An import of four files that kills itself: run as a process of its own.

    python -m tests.central.importing.importing_process DATABASE_URL FOLDER STEP

It ends itself by SIGKILL at the STEPth thing that it has to do with the database: before or after
a statement, or at the end of a transaction. With STEP 0 it goes to the end and tells how many
there were.
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from kiosk.central.importing.files import ImportKind
from kiosk.central.storage.database import Database
from tests.central.importing.importing import import_kind

ORDER = (ImportKind.TITLES, ImportKind.ITEMS, ImportKind.PATRONS, ImportKind.LOANS)


class Steps:
    """Counts what the database is asked, and says when it is enough."""

    def __init__(self, last: int) -> None:
        self._last = last
        self.done = 0

    def step(self, *_told: object) -> None:
        self.done += 1
        if self.done == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def main(url: str, folder: Path, last: int) -> None:
    steps = Steps(last)
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, moment, steps.step)
    database = Database(url)
    for kind in ORDER:
        import_kind(database, kind, next(folder.glob(f"{kind}.*")))
    database.close()
    sys.stdout.write(f"{steps.done}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
