"""Each suite runs on the simulated make, and on the real one over the real wire."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.patrons import Session
from kiosk.services.simulated.patrons import CARD, PASSWORD
from tests.central.card_authority import CardAuthority
from tests.services.suites.desks import CentralLibrary, Desk, simulated_desk


@pytest.fixture(scope="session")
def card_authority() -> CardAuthority:
    return CardAuthority.new()


@pytest.fixture
def central(folder: Path, card_authority: CardAuthority) -> Iterator[CentralLibrary]:
    library = CentralLibrary(folder, card_authority)
    yield library
    library.close()


@pytest.fixture(params=["simulated", "central"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    if request.param == "simulated":
        yield simulated_desk()
    else:
        central: CentralLibrary = request.getfixturevalue("central")
        with central.running():
            yield central.desk()


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.accounts.sign_in(CARD, PASSWORD)
