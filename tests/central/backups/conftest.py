"""A filled library, and a folder for its backups."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.central.backups.backups import Backups
from kiosk.central.backups.settings import BackupSettings
from kiosk.central.service import Service
from tests.central import small_library
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK, KOKORO, MAIN, TARO, Counter
from tests.throwaway.postgres import Postgres


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Where plain copies lie for a moment."""
    return tmp_path / "work"


@pytest.fixture
def backups(database_url: str, folder: Path, work: Path) -> Backups:
    return Backups.of(database_url, BackupSettings(folder=folder), work)


@pytest.fixture
def sealing_backups(database_url: str, folder: Path, work: Path, tmp_path: Path) -> Backups:
    key = tmp_path / "backup.key"
    key.touch(0o600)
    key.write_text("0123456789abcdef" * 4 + "\n")
    return Backups.of(database_url, BackupSettings(folder=folder, key_file=key), work)


@pytest.fixture
def library(service: Service, backups: Backups) -> Service:
    small_library.fill(service.database)
    service.kiosks.register(KIOSK, MAIN)
    counter = Counter(service.database, service.clock, service.policy)
    counter.reserve(HANAKO, BOTCHAN)
    small_library.lend(service.database, KOKORO, TARO, date(2026, 12, 1))
    return replace(service, backups=backups)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk with little room; mounting one is for root alone."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def empty_url(database_url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the same kind in which there is nothing."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'restored.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    name = server.create("template0")
    yield server.url(name)
    server.drop(name)
