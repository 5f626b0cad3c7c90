"""The data folder: made on the first start, readable by us alone, held by one kiosk."""

import errno
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.errors import FolderInUse, KioskDiskFull, SettingWrong
from kiosk.services.kiosk_key import keep_key
from kiosk.settings import Settings

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def prepare_folder(settings: Settings) -> None:
    """A folder that only we may read, with the key that lets this kiosk in at the service.

    Raises:
        SettingWrong: it cannot be made or written.
        KioskDiskFull: no room is left.
    """
    folder = settings.folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_key(settings.kiosk_key_file)
    except KioskDiskFull as error:
        error.add_note(str(folder))
        raise
    except OSError as error:
        raise _refused(folder, error) from error


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Raises FolderInUse where another kiosk holds the folder."""
    with (folder / "kiosk.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUse(str(folder)) from error
        yield


def _refused(folder: Path, error: OSError) -> KioskDiskFull | SettingWrong:
    if error.errno in _FULL:
        full = KioskDiskFull()
        full.add_note(str(folder))
        return full
    allowed = "a folder that this user can make and write"
    return SettingWrong(str(folder), "data_folder", None, allowed, error.strerror or "")
