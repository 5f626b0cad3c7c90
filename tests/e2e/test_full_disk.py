"""A full disk loses nothing, is said clearly, and all goes on once there is room."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import KioskDiskFull
from kiosk.domain.searching import Query
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.replica import Replica
from kiosk.services.simulated.stock import CENTRAL_BRANCH
from tests.catalogue.works import CAT, CAT_TOWN
from tests.e2e.conftest import Library
from tests.e2e.test_bad_input import kiosk, refused
from tests.services.feeds import CENTRAL, Feeds
from tests.services.offers import offer

SIZE = "4m"


class Disk:
    """A small disk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    @contextmanager
    def full(self) -> Iterator[None]:
        """Not one byte more, while entered."""
        with self._ballast.open("wb", buffering=0) as ballast, suppress(OSError):
            while ballast.write(b"x" * 4096):
                pass
        yield
        self._ballast.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def feeds() -> Feeds:
    feeds = Feeds()
    feeds.put(CAT)
    feeds.place(CAT.id, CENTRAL)
    return feeds


def test_a_copy_of_the_catalogue_searches_on_and_is_fresh_once_there_is_room(
    disk: Disk, feeds: Feeds
) -> None:
    replica = Replica(disk.folder, CENTRAL.id)
    replica.refresh(feeds)
    feeds.put(CAT_TOWN)
    with disk.full():
        with pytest.raises(KioskDiskFull) as full:
            replica.refresh(feeds)
        assert str(disk.folder) in full.value.__notes__[0]
        assert replica.search(Query("猫")).total == 1
    replica.refresh(feeds)
    assert replica.search(Query("猫")).total == 2
    replica.close()


def test_a_panel_that_starts_on_a_full_disk_finds_again_once_there_is_room(
    disk: Disk, feeds: Feeds
) -> None:
    before = Replica(disk.folder, CENTRAL.id)
    before.refresh(feeds)
    before.close()
    with disk.full():
        replica = Replica(disk.folder, CENTRAL.id)
        with pytest.raises(KioskDiskFull):
            replica.search(Query("猫"))
    assert replica.search(Query("猫")).total == 1
    replica.close()


def test_an_outbox_keeps_what_it_has_and_begins_nothing_new(disk: Disk) -> None:
    outbox = SqliteOutbox(disk.folder, 7)
    kept = outbox.next_wish(offer("before"), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    with disk.full():
        refusals = 0
        while not refusals:  # what lies free inside the file is used first
            try:
                outbox.next_wish(offer("p" * 1000), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
            except KioskDiskFull:
                refusals += 1
    assert outbox.waiting()[0] == kept
    numbers = [wish.number for wish in outbox.waiting()]
    later = outbox.next_wish(offer("after"), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert later.number not in numbers
    outbox.close()


def test_a_service_without_room_says_so_and_keeps_the_library(library: Library, disk: Disk) -> None:
    before = library.rows()
    shutil.copytree(library.data, disk.folder / "data")
    on_disk = {"KIOSK_DATA_FOLDER": str(disk.folder / "data")}
    with disk.full():
        sentence = refused(kiosk("search", "猫", *library.named, **on_disk))
    assert str(disk.folder / "data") in sentence
    assert kiosk("search", "猫", *library.named, **on_disk).returncode == 0
    assert set(before) <= set(Library(disk.folder).rows())


def test_a_first_start_without_room_leaves_nothing_half(library: Library, disk: Disk) -> None:
    on_disk = {"KIOSK_DATA_FOLDER": str(disk.folder / "data")}
    with disk.full():
        sentence = refused(kiosk("central", "fill", *library.named, **on_disk))
    assert str(disk.folder / "data") in sentence
    assert kiosk("central", "fill", *library.named, **on_disk).returncode == 0
    assert len(Library(disk.folder).rows()) == len(library.rows())
