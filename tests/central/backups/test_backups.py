"""A backup is whole, made while the library is used, and nobody else's to read."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.central.backups.backups import Backups
from kiosk.central.backups.errors import BackupNotMade, BackupUnusable
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.service import Service
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import LibraryError, SettingWrong, StorageFull

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
NAME = "図書 花子"  # of every patron of the small library


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def change(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_a_backup_holds_every_row_and_says_so(
    library: Service, backups: Backups, folder: Path
) -> None:
    file, rows = backups.make(NOW, folder)
    assert (rows["patron"], rows["title"], rows["reservation"], rows["loan"]) == (2, 8, 1, 1)
    assert backups.check(file) == rows
    assert file.stem == "library-20261120T180000Z"


def test_nobody_else_may_read_it(library: Service, backups: Backups, folder: Path) -> None:
    file, _ = backups.make(NOW, folder)
    assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    assert list(folder.iterdir()) == [file]


def test_it_is_whole_though_patrons_come_meanwhile(
    library: Service, backups: Backups, folder: Path
) -> None:
    ended, begun = threading.Event(), threading.Event()

    def come() -> None:
        for nth in range(500):
            library.kiosks.register(f"{nth + 100}", BranchId("main"))
            begun.set()
            if ended.is_set():
                break

    coming = threading.Thread(target=come)
    coming.start()
    assert begun.wait(60)
    try:
        counts = [backups.make(NOW.replace(second=nth), folder)[1]["kiosk"] for nth in range(3)]
    finally:
        ended.set()
        coming.join()
    assert counts == sorted(counts)
    assert counts[0] >= 2
    for each in backups.kept():
        backups.check(each.path)


@pytest.mark.parametrize("harm", [cut, change])
def test_one_that_is_sealed_shows_every_harm(
    library: Service, sealing_backups: Backups, folder: Path, harm: Callable[[Path], None]
) -> None:
    file, _ = sealing_backups.make(NOW, folder)
    harm(file)
    with pytest.raises(BackupUnusable):
        sealing_backups.check(file)


def test_one_that_was_cut_off_is_told(library: Service, backups: Backups, folder: Path) -> None:
    file, _ = backups.make(NOW, folder)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(BackupUnusable):
        backups.check(file)


def test_what_is_sealed_shows_nothing_and_leaves_nothing_plain(
    library: Service, sealing_backups: Backups, folder: Path, work: Path
) -> None:
    file, rows = sealing_backups.make(NOW, folder)
    assert NAME.encode() not in file.read_bytes()
    assert list(work.iterdir()) == []
    assert sealing_backups.check(file) == rows
    assert list(work.iterdir()) == []


def test_without_its_key_it_is_of_no_use(
    library: Service, sealing_backups: Backups, backups: Backups, folder: Path, tmp_path: Path
) -> None:
    file, _ = sealing_backups.make(NOW, folder)
    with pytest.raises(BackupUnusable):
        backups.check(file)
    other = tmp_path / "other.key"
    other.touch(0o600)
    other.write_text("f" * 64)
    settings = BackupSettings(folder=folder, key_file=other)
    with pytest.raises(BackupUnusable):
        Backups(backups.kind, settings, tmp_path / "work", b"\xff" * 32).check(file)


@pytest.mark.parametrize(("text", "mode"), [("0" * 64, 0o644), ("0" * 63, 0o600), ("", 0o600)])
def test_a_key_that_others_can_read_or_that_is_none_is_refused(
    tmp_path: Path, text: str, mode: int
) -> None:
    key = tmp_path / "backup.key"
    key.write_text(text)
    key.chmod(mode)
    with pytest.raises(SettingWrong, match=r"backups\.key_file"):
        Backups.of("sqlite:///x", BackupSettings(key_file=key), tmp_path)


def test_a_text_is_no_backup(backups: Backups, tmp_path: Path) -> None:
    text = tmp_path / "library-20261120T180000Z.dump"
    text.write_text("nothing\n" * 1000)
    with pytest.raises(BackupUnusable):
        backups.check(text)
    with pytest.raises(BackupUnusable):
        backups.check(tmp_path / "missing")


def test_a_server_that_is_gone_is_told_and_the_last_good_one_stays(
    library: Service, backups: Backups, folder: Path, work: Path
) -> None:
    good, _ = backups.make(NOW, folder)
    gone = Backups.of(
        "postgresql+psycopg://kiosk:secret@/none?host=/nowhere",
        BackupSettings(folder=folder),
        work,
    )
    with pytest.raises(BackupNotMade) as told:
        gone.make(NOW.replace(hour=19), folder)
    assert "secret" not in "".join(told.value.__notes__)
    assert list(folder.iterdir()) == [good]


def test_a_full_disk_leaves_the_last_good_one(
    library: Service, backups: Backups, small_disk: Path
) -> None:
    good, _ = backups.make(NOW, small_disk)
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    with pytest.raises(LibraryError) as told:
        backups.make(NOW.replace(hour=19), small_disk)
    assert isinstance(told.value, BackupNotMade | StorageFull)
    assert sorted(small_disk.iterdir()) == sorted([good, ballast])
    backups.check(good)
