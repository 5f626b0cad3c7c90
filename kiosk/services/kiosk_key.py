"""The key that lets this kiosk in at the central service: a file of its own, made once."""

import re
import secrets
from pathlib import Path

from kiosk.domain.errors import SettingWrong
from kiosk.services.file_lock import FileLock
from kiosk.services.whole_file import write_whole

_BYTES = 32
_KEY = re.compile(r"[!-~]+")  # what a header can carry


def keep_key(path: Path) -> None:
    """Make a key where there is none yet; who starts at the same moment finds the same one.

    Raises:
        KioskDiskFull: there is none, or the whole of one, never a part.
        OSError: the folder cannot be written.
    """
    if _is_there(path):
        return
    with FileLock(path.with_suffix(".lock")).held():
        if not _is_there(path):
            write_whole(path, secrets.token_urlsafe(_BYTES))


def read_key(path: Path) -> str:
    """Raises SettingWrong: a technician put something else there. It is not repeated."""
    try:
        key = path.read_bytes().decode("ascii", errors="replace").strip()
    except OSError as error:
        found = error.strerror or ""
        raise SettingWrong(str(path), "(key)", None, "a file that can be read", found) from error
    if not _KEY.fullmatch(key):
        allowed = "one line of letters, digits and signs"
        raise SettingWrong(str(path), "(key)", None, allowed, "something else")
    return key


def _is_there(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
