"""The folders of one proof: all that is written anywhere is written below its root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def settings(self) -> Path:
        return self.root / "kiosk.toml"

    @property
    def log(self) -> Path:
        """What every process of the proof says on standard output and error."""
        return self.root / "log"

    @property
    def door(self) -> Path:
        return self.root / "door"

    @property
    def _personal(self) -> dict[str, Path]:
        """Where programs put what they keep, by the variable that tells them."""
        return {
            "HOME": self.root / "home",
            "TMPDIR": self.root / "temporary",
            "XDG_CACHE_HOME": self.root / "home" / "cache",
            "XDG_CONFIG_HOME": self.root / "home" / "config",
            "XDG_DATA_HOME": self.root / "home" / "share",
            "XDG_RUNTIME_DIR": self.root / "runtime",
        }

    @contextmanager
    def lived_in(self) -> Iterator[None]:
        """While entered, processes that we start write here only, and show themselves to nobody."""
        before = dict(os.environ)
        for folder in (self.data, *self._personal.values()):
            folder.mkdir(mode=0o700, parents=True)
        for name in [name for name in before if name.startswith("KIOSK_")]:
            del os.environ[name]
        os.environ.update({name: str(folder) for name, folder in self._personal.items()})
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def logged(self, command: list[str]) -> list[str]:
        """The command, with what it says kept in the log."""
        return [
            "/bin/sh",
            "-c",
            'log=$1; shift; exec "$@" >>"$log" 2>&1',
            "sh",
            str(self.log),
            *command,
        ]
