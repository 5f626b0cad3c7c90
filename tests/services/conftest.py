"""What tests of the services share: short limits, a short folder, an odd service."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.central.limits import LineLimits
from kiosk.services.simulated.clock import FixedClock
from tests.services.odd_service import OddService

SHORT = LineLimits(connect_s=0.2, read_s=0.1, whole_s=0.3, first_pause_s=0.001, retry_within_s=0.05)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short enough for the name of a Unix socket."""
    with tempfile.TemporaryDirectory(prefix="k") as name:
        yield Path(name)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def odd(folder: Path) -> Iterator[OddService]:
    service = OddService(folder / "odd")
    yield service
    service.close()
