"""`kill -9` of the service under many kiosks: every reservation that was acknowledged is there."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.central.conftest import database_url  # noqa: F401 - the fixture, on both databases
from tests.trials.kills import Storm, try_kills

# The storm of `make trial-kills`, in small.
STORM = Storm(kiosks=12, reserving=6, kills=2, latest_s=0.5)
SEED = 20261120


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A socket's path has 107 bytes at most."""
    with TemporaryDirectory(prefix="k") as name:
        yield Path(name)


@pytest.mark.slow
def test_what_was_acknowledged_or_kept_is_there_once_however_often_the_service_is_killed(
    database_url: str,  # noqa: F811
    short_folder: Path,
) -> None:
    verdict = try_kills(short_folder, database_url, STORM, SEED)
    assert verdict.faults == []
    figures = verdict.figures
    assert figures["placed"] + figures["kept, then placed"] == STORM.kiosks * STORM.reserving
    assert figures["kills"] >= 1
