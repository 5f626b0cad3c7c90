"""What a technician may set about backups."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from kiosk.domain.bounds import Between


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """Without a folder no backup is made by itself."""

    folder: Path | None = None  # on another disk than the data
    # What was erased from a patron is gone from the backups after so many days.
    kept_days: Annotated[int, Between(1, 30)] = 7
    most: Annotated[int, Between(1, 100)] = 14  # files; the oldest go first
    # 64 hexadecimal digits, for the service's user only; None: what is in a backup can be read
    key_file: Path | None = None
