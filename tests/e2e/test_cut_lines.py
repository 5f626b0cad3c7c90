"""Over a line that cuts, delays, swallows and repeats, everything happens once or is not known."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.central.conftest import database_url  # noqa: F401 - the fixture, on both databases
from tests.throwaway.line_cutter import Fate
from tests.trials.lines import Calls, try_lines

# The thousand of `make trial-lines`, in small.
CALLS = Calls(kiosks=5, reserving=10, cancelling=6, renewing=6)
SEED = 20261120


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A socket's path has 107 bytes at most."""
    with TemporaryDirectory(prefix="k") as name:
        yield Path(name)


def test_each_reservation_is_there_once_and_each_cancelling_and_renewal_is_known_or_refused(
    database_url: str,  # noqa: F811
    short_folder: Path,
) -> None:
    verdict = try_lines(short_folder, database_url, CALLS, SEED)
    assert verdict.faults == []
    figures = verdict.figures
    assert figures["calls"] == CALLS.kiosks * 22
    assert figures["placed"] + figures["kept, then placed"] == CALLS.kiosks * CALLS.reserving
    for fate in Fate:
        assert figures[fate.value], f"nothing had the fate {fate}"
