"""A filled demonstration library, made once and copied for each trial."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.central import prepare_library
from kiosk.commands.folder import prepare_folder
from kiosk.settings import read_settings
from tests.e2e.tls_city import city, panel  # noqa: F401 - fixtures


class Library:
    """A kiosk's folder with settings and data, short enough for the name of a Unix socket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings_file = folder / "kiosk.toml"
        self.policy = folder / "policy.toml"
        self.data = folder / "data"

    @property
    def named(self) -> list[str]:
        return ["--settings", str(self.settings_file)]

    def rows(self) -> list[str]:
        """All that the service's database holds."""
        database = sqlite3.connect(f"file:{self.data / 'central.sqlite'}?mode=ro", uri=True)
        dump = list(database.iterdump())
        database.close()
        return dump

    def spoil_policy(self) -> int:
        """Write an idle time that is not allowed; the line on which it stands."""
        lines = self.policy.read_text(encoding="utf-8").splitlines()
        number = next(at for at, line in enumerate(lines) if line.startswith("idle_minutes"))
        lines[number] = "idle_minutes = 99"
        self.policy.write_text("\n".join(lines), encoding="utf-8")
        return number + 1

    def mend_policy(self) -> None:
        assets = read_settings(None, {}).assets_folder
        shutil.copy(assets / "policies" / "demonstration.toml", self.policy)


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = Library(tmp_path_factory.mktemp("filled"))
    library.settings_file.write_text(
        'data_folder = "data"\n\n[central]\npolicy = "policy.toml"\n', encoding="utf-8"
    )
    library.mend_policy()
    settings = read_settings(library.settings_file, {})
    prepare_folder(settings)
    prepare_library(settings)
    return library.folder


@pytest.fixture
def library(filled_once: Path) -> Iterator[Library]:
    with tempfile.TemporaryDirectory(prefix="k") as name:
        shutil.copytree(filled_once, name, dirs_exist_ok=True)
        yield Library(Path(name))
