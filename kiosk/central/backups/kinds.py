"""What each kind of database does for a backup."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

Rows = Mapping[str, int]  # of each table


class Kind(Protocol):
    """The embedded file, or a server; a backup of the one is nothing for the other."""

    ending: str  # of a backup's name

    def copy(self, part: Path) -> Rows:
        """Write all that is in the database to a file while it is used; what it must hold.

        Raises:
            BackupNotMade.
        """
        ...

    def count(self, plain: Path) -> Rows:
        """Read a copy from its first to its last byte.

        Raises:
            BackupUnusable.
        """
        ...

    def fill(self, plain: Path) -> None:
        """Bring a copy into the database.

        Raises:
            BackupUnusable.
            RestoreRefused: the database holds something, or somebody uses it.
        """
        ...


def missing(wanted: Rows, found: Rows) -> list[str]:
    """The tables of which rows are missing."""
    return [table for table, rows in wanted.items() if found.get(table, -1) < rows]
