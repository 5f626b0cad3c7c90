"""Writes a small file whole or not at all, so that it survives a power cut."""

import os
from contextlib import suppress
from pathlib import Path

from kiosk.domain.errors import KioskDiskFull


def write_whole(path: Path, text: str) -> None:
    """Put the text in place of the file, readable by the kiosk alone. Raises KioskDiskFull."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(new, text)
        new.replace(path)
        _settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise KioskDiskFull from error


def remove(path: Path) -> None:
    """Take the file away, for good; raises KioskDiskFull."""
    try:
        path.unlink(missing_ok=True)
        if path.parent.exists():
            _settle(path.parent)
    except OSError as error:
        raise KioskDiskFull from error


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)


def _settle(folder: Path) -> None:
    """Make sure that the folder itself is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
