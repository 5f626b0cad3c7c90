"""A file with a secret: nobody but its owner may read it."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import LibraryError

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(unsafe_hash=True)
class UnfitFile(LibraryError):
    """The file cannot be used for a secret; says what would do, and what was found."""

    allowed: str
    found: str


def owners_only(file: Path) -> str:
    """What the file holds, without white space around it.

    Raises:
        UnfitFile: it cannot be read, or others than its owner may read or write it.
    """
    try:
        with file.open(encoding="utf-8") as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            text = opened.read()
    except (OSError, UnicodeDecodeError) as error:
        found = getattr(error, "strerror", None) or "bytes that are no UTF-8"
        raise UnfitFile("a file that can be read, in UTF-8", found) from error
    if mode & _OTHERS:
        raise UnfitFile("a file that its owner alone may read (chmod 600)", f"mode {mode:o}")
    return text.strip()
