"""The small library, with reservations that become ready."""

import pytest

from kiosk.central.service import Service
from tests.central import small_library
from tests.central.clock import TurnedClock
from tests.central.notices.shelf import Shelf
from tests.central.small_library import KIOSK, MAIN


@pytest.fixture
def library(service: Service) -> Service:
    small_library.fill(service.database)
    service.kiosks.register(KIOSK, MAIN)
    return service


@pytest.fixture
def shelf(library: Service, clock: TurnedClock) -> Shelf:
    return Shelf(library.database, clock)
