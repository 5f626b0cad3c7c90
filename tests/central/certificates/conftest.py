"""A private authority, and certificates of this machine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.central.certificates.authority import PrivateAuthority

A_YEAR = timedelta(days=365)
HERE = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Issuing:
    """Lays what it issues into a folder."""

    folder: Path
    authority: PrivateAuthority

    @property
    def pem(self) -> Path:
        path = self.folder / "authority.pem"
        path.write_bytes(self.authority.pem)
        return path

    def certificate(
        self,
        names: Sequence[str] = HERE,
        *,
        good_for: timedelta = A_YEAR,
        ago: timedelta = timedelta(0),
        file: str = "central.pem",
    ) -> Path:
        path = self.folder / file
        new = path.with_suffix(".new")
        new.write_bytes(self.authority.issue(names, datetime.now(UTC) - ago, good_for))
        new.replace(path)
        return path


def issuing(folder: Path) -> Issuing:
    folder.mkdir(exist_ok=True)
    return Issuing(folder, PrivateAuthority.new("Library", datetime.now(UTC), 10 * A_YEAR))


@pytest.fixture
def issuer(tmp_path: Path) -> Issuing:
    return issuing(tmp_path / "certificates")
