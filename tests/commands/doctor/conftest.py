"""A machine with nothing plugged in."""

from pathlib import Path

import pytest

from tests.commands.doctor.machines import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
