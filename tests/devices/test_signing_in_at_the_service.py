"""A My Number card signs in at the real service: certificate, PIN, signed challenge, anchors."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands.folder import prepare_folder
from kiosk.commands.search import service_at_hand
from kiosk.domain.errors import PinWrong
from kiosk.events import MyNumberCardPresented, PinEntered, ScreenName
from kiosk.fitting import central_http
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.loans import CentralLoans
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.settings import Settings
from tests.devices.card_desks import PIN, CardDesk
from tests.flow.conftest import Walk


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHttp]:
    """The embedded service with the demonstration library, which trusts the test authority."""
    folder = tmp_path_factory.mktemp("kiosk")
    file = folder / "kiosk.toml"
    file.write_text(f'data_folder = "{folder}"\n', encoding="utf-8")
    settings = Settings(data_folder=Path(folder))
    prepare_folder(settings)
    http = central_http(settings)
    with service_at_hand(settings, ["--settings", str(file)], http):
        yield http
    http.close()


class CardWalk(Walk):
    """A walk with a real card and the real service; the catalogue is held in memory."""

    def __init__(self, service: CentralHttp, desk: CardDesk, folder: Path) -> None:
        library = SimulatedLibrary()
        outbox = SqliteOutbox(folder, 1)
        reservations = CentralReservations(service, outbox, library.catalogue, library.clock)
        accounts = CentralAccounts(service)
        super().__init__(
            library,
            replace(
                library.kit(),
                accounts=accounts,
                reservations=reservations,
                loans=CentralLoans(service),
                my_number=desk.card,
            ),
        )


def test_a_my_number_card_signs_in_at_the_service(
    service: CentralHttp, desk: CardDesk, tmp_path: Path
) -> None:
    walk = CardWalk(service, desk, tmp_path)
    desk.lay_down()
    walk(MyNumberCardPresented())
    assert walk.visit.card is not None
    assert walk.visit.card.tries_left == 3
    walk(PinEntered(PIN))
    assert walk.visit.signed is not None
    assert not walk.visit.signed.session.must_choose_password
    assert walk.visit.card is None
    assert walk.screen is ScreenName.MY_LIBRARY


def test_a_wrong_pin_is_told_and_costs_one_try(
    service: CentralHttp, desk: CardDesk, tmp_path: Path
) -> None:
    walk = CardWalk(service, desk, tmp_path)
    desk.lay_down()
    walk(MyNumberCardPresented(), PinEntered("0000"))
    assert walk.screen is ScreenName.PIN
    assert walk.trouble == PinWrong(2)
    assert walk.visit.signed is None
    assert desk.tries_on_the_card() == 2
