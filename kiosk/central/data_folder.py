"""The folder with the service's data: only its owner enters, only one service works there."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.central.settings import CentralSettings
from kiosk.central.storage.storage_errors import folder_error
from kiosk.domain.errors import DataFolderHeld

LOCK = "central.lock"
_OWNER_ONLY = 0o700


@contextmanager
def at_work(settings: CentralSettings) -> Iterator[None]:
    """Hold the folder where the data are in it; on one PostgreSQL several services work.

    Raises:
        DataFolderHeld: another service holds it.
        StorageFull, StorageBroken: it cannot be made or written.
    """
    if settings.is_embedded:
        with holding(settings.data_folder):
            yield
    else:
        make(settings.data_folder)
        yield


def make(folder: Path) -> None:
    """Raises StorageFull, StorageBroken."""
    try:
        folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise folder_error(folder, error) from error


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold the folder; the system lets go of it when the process ends, however it ends.

    Raises:
        DataFolderHeld: another service holds it.
        StorageFull, StorageBroken: it cannot be made or written.
    """
    make(folder)
    try:
        lock = (folder / LOCK).open("w")
    except OSError as error:
        raise folder_error(folder, error) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DataFolderHeld(str(folder)) from error
        yield
