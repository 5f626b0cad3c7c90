"""The files of a backup folder: named by their instant, whole or not there, erased in time."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.central.storage.storage_errors import folder_error

_FORM = "library-%Y%m%dT%H%M%SZ"
_PART = ".part"
_OWNER_ONLY = 0o700
_OURS = 0o600
_MOST_AHEAD = timedelta(days=1)  # of a file made by a host whose clock was wrong
_LONGEST = timedelta(days=1)  # that writing one takes


@dataclass(frozen=True, slots=True)
class BackupFile:
    path: Path
    made_at: datetime  # when it began: nothing in it is younger


def name_of(now: datetime, ending: str) -> str:
    return now.astimezone(UTC).strftime(_FORM) + ending


def backups_in(folder: Path) -> tuple[BackupFile, ...]:
    """The whole ones, the oldest first."""
    found = (_read(path) for path in folder.glob("library-*") if path.suffix != _PART)
    return tuple(sorted((each for each in found if each), key=lambda each: each.made_at))


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """A place to write to; it becomes the target when the block ends, and is gone if it fails.

    Raises:
        StorageFull, StorageBroken.
    """
    with scratch(target) as part:
        yield part
        try:
            _keep(part, target)
        except OSError as error:
            raise folder_error(target, error) from error


@contextmanager
def scratch(target: Path) -> Iterator[Path]:
    """A place beside the target that only we may read; it is gone when the block ends.

    Raises:
        StorageFull, StorageBroken.
    """
    part = target.with_name(target.name + _PART)
    try:
        target.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OURS))
    except OSError as error:
        raise folder_error(target, error) from error
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def write(part: Path, pieces: Iterable[bytes]) -> None:
    """Raises StorageFull, StorageBroken."""
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise folder_error(part, error) from error


def erase(folder: Path, *, before: datetime, now: datetime, most: int) -> int:
    """Erase what is older, what is too many, and what was left half written; how many."""
    kept = backups_in(folder)
    old = {each.path for each in kept if each.made_at <= before}
    old |= {each.path for each in kept if each.made_at > now + _MOST_AHEAD}
    old |= {each.path for each in kept[:-most]}
    left = folder.glob("library-*" + _PART)
    old |= {part for part in left if _changed(part) <= now - _LONGEST}
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _keep(part: Path, target: Path) -> None:
    """On the disk, whole, before it has its name."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _read(path: Path) -> BackupFile | None:
    with suppress(ValueError):
        stem = path.name.partition(".")[0]
        return BackupFile(path, datetime.strptime(stem, _FORM).replace(tzinfo=UTC))
    return None


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
