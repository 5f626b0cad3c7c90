"""Makes, checks and erases backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url

from kiosk.central.backups.errors import BackupNotMade, BackupUnusable, noted
from kiosk.central.backups.files import (
    BackupFile,
    backups_in,
    erase,
    name_of,
    placed,
    scratch,
    write,
)
from kiosk.central.backups.kinds import Kind, Rows, missing
from kiosk.central.backups.sealing import is_sealed, opened, pieces, read_key, sealed
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.backups.sqlite_file import SqliteFile

SEALED = ".sealed"


@dataclass(frozen=True, slots=True)
class Backups:
    """Args: work: a folder where a plain copy may lie for minutes, while it is encrypted."""

    kind: Kind
    settings: BackupSettings
    work: Path
    key: bytes | None = None

    @classmethod
    def of(cls, database_url: str, settings: BackupSettings, work: Path) -> "Backups":
        """Raises SettingWrong: the key cannot be used."""
        key = read_key(settings.key_file) if settings.key_file is not None else None
        return cls(kind_of(database_url), settings, work, key)

    def make(self, now: datetime, folder: Path) -> tuple[Path, Rows]:
        """Write a backup of the whole library, checked; an older one is not touched.

        Raises:
            BackupNotMade, StorageFull, StorageBroken.
        """
        target = folder / name_of(now, self.kind.ending)
        if self.key is None:
            with placed(target) as part:
                return target, self._copied(part)
        target = target.with_name(target.name + SEALED)
        with scratch(self.work / target.name) as plain, placed(target) as part:
            rows = self._copied(plain)
            with plain.open("rb") as source:
                write(part, sealed(pieces(source), self.key))
            self.check(part)
            return target, rows

    def check(self, file: Path) -> Rows:
        """Read a backup from end to end, decrypting it; how many rows of each table are in it.

        Raises:
            BackupUnusable.
        """
        with self.plain(file) as plain:
            return self.kind.count(plain)

    @contextmanager
    def plain(self, file: Path) -> Iterator[Path]:
        """A backup as its database reads it; what was decrypted for it is gone afterwards.

        Raises:
            BackupUnusable.
        """
        try:
            is_closed = is_sealed(file)
        except OSError as error:
            raise noted(BackupUnusable(), f"{file}: {error.strerror}") from error
        if not is_closed:
            yield file
            return
        if self.key is None:
            raise noted(BackupUnusable(), "it is encrypted, and [backups] names no key_file")
        with scratch(self.work / f"library-opened-{uuid4().hex}") as plain:
            with file.open("rb") as source:
                write(plain, opened(source, self.key))
            yield plain

    def erase(self, now: datetime) -> int:
        """Erase what is older than it may be, and whatever was left half written."""
        before = now - timedelta(days=self.settings.kept_days)
        most = self.settings.most
        folders = {each for each in (self.settings.folder, self.work) if each is not None}
        return sum(erase(each, before=before, now=now, most=most) for each in folders)

    def kept(self) -> tuple[BackupFile, ...]:
        """The oldest first."""
        return () if self.settings.folder is None else backups_in(self.settings.folder)

    def _copied(self, part: Path) -> Rows:
        wanted = self.kind.copy(part)
        try:
            rows = self.kind.count(part)
        except BackupUnusable as error:
            raise noted(BackupNotMade(), "; ".join(error.__notes__)) from error
        if lost := missing(wanted, rows):
            raise noted(BackupNotMade(), f"rows are missing in {', '.join(lost)}")
        return rows


def kind_of(database_url: str) -> Kind:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        assert url.database is not None, "a library in memory has no backup"
        return SqliteFile(Path(url.database))
    from kiosk.central.backups.postgres_dump import PostgresDump  # noqa: PLC0415 - for a city

    return PostgresDump(database_url)
