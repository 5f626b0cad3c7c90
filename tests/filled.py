"""Databases that are filled once in a process, and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.throwaway.postgres import Postgres

Fill = Callable[[str], None]  # an empty, migrated database, by its address


@dataclass
class Filled:
    """Whoever fills closes what it opened: nothing may be connected when it is copied."""

    folder: Path
    request: pytest.FixtureRequest
    _files: dict[Fill, Path] = field(default_factory=dict)
    _names: dict[Fill, str] = field(default_factory=dict)

    def sqlite(self, fill: Fill, folder: Path) -> str:
        """The address of a new copy in a folder."""
        if fill not in self._files:
            empty: Path = self.request.getfixturevalue("empty_sqlite")
            file = self.folder / f"{len(self._files)}.sqlite"
            fill(f"sqlite:///{shutil.copy(empty, file)}")
            self._files[fill] = file
        return f"sqlite:///{shutil.copy(self._files[fill], folder / 'central.sqlite')}"

    def postgresql(self, fill: Fill) -> Iterator[str]:
        """The address of a new copy, until it is gone on with."""
        server: Postgres = self.request.getfixturevalue("postgres_server")
        if fill not in self._names:
            name = server.create(self.request.getfixturevalue("empty_postgres"))
            fill(server.url(name))
            self._names[fill] = name
        copy = server.create(self._names[fill])
        yield server.url(copy)
        server.drop(copy)


@pytest.fixture(scope="session")
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return Filled(tmp_path_factory.mktemp("filled"), request)
