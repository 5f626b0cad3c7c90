"""The small library, with its counter open."""

import pytest

from kiosk.central.service import Service
from tests.central import small_library
from tests.central.circulation.desk import Desk
from tests.central.small_library import KIOSK, MAIN


@pytest.fixture
def desk(service: Service) -> Desk:
    small_library.fill(service.database)
    service.kiosks.register(KIOSK, MAIN)
    return Desk(service)
