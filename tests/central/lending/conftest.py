"""The small library, open for patrons."""

import pytest

from kiosk.central.storage.database import Database
from tests.central import small_library
from tests.central.clock import TurnedClock
from tests.central.small_library import Counter


@pytest.fixture
def counter(database: Database, clock: TurnedClock) -> Counter:
    small_library.fill(database)
    return Counter(database, clock)
