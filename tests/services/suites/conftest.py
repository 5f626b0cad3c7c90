"""Each suite runs on the simulated make, and on the real one over the real wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.patrons import Session
from kiosk.services.simulated.patrons import CARD, PASSWORD
from tests.central.card_authority import CardAuthority
from tests.services.suites.desks import Desk, central_desk, simulated_desk


@pytest.fixture(scope="session")
def card_authority() -> CardAuthority:
    return CardAuthority.new()


@pytest.fixture(params=["simulated", "central"])
def desk(
    request: pytest.FixtureRequest, folder: Path, card_authority: CardAuthority
) -> Iterator[Desk]:
    if request.param == "simulated":
        yield simulated_desk()
    else:
        with central_desk(folder, card_authority) as desk:
            yield desk


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.accounts.sign_in(CARD, PASSWORD)
