"""The service of the small library, with a kiosk in it."""

import pytest

from kiosk.central.service import Service
from tests.central import small_library
from tests.central.small_library import KIOSK, MAIN, Counter


@pytest.fixture
def library(service: Service) -> Service:
    small_library.fill(service.database)
    service.kiosks.register(KIOSK, MAIN)
    return service


@pytest.fixture
def counter(library: Service) -> Counter:
    """Reserves by the policy that the jobs know too."""
    return Counter(library.database, library.clock, library.policy)
