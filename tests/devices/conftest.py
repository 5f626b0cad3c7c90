"""The devices that tests may use: simulated always, real daemons where the machine lets us."""

import os
from collections.abc import Iterator

import pytest

from tests.devices.card_desks import CardDesk, MemoryDesk, PcscDesk, SimulatedDesk
from tests.devices.private_pcscd import PrivatePcscd, why_impossible

_SOCKET = "PCSCLITE_CSOCK_NAME"


@pytest.fixture(scope="session")
def pcscd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivatePcscd]:
    """One for each test process: the PC/SC library reads its socket's name once."""
    why = why_impossible()
    if why:
        pytest.skip(f"no private pcscd: {why}")
    daemon = PrivatePcscd(tmp_path_factory.mktemp("pcscd"))
    os.environ[_SOCKET] = str(daemon.socket)
    daemon.start()
    yield daemon
    daemon.kill()
    del os.environ[_SOCKET]


@pytest.fixture
def pcsc_desk(pcscd: PrivatePcscd) -> Iterator[PcscDesk]:
    desk = PcscDesk(pcscd)
    yield desk
    desk.close()


@pytest.fixture
def memory_desk() -> Iterator[MemoryDesk]:
    desk = MemoryDesk()
    yield desk
    desk.close()


@pytest.fixture(params=["simulated", "virtual card in memory", "pcscd"])
def desk(request: pytest.FixtureRequest) -> Iterator[CardDesk]:
    """Each make of card reader in turn."""
    if request.param == "pcscd":
        yield request.getfixturevalue("pcsc_desk")
    elif request.param == "virtual card in memory":
        yield request.getfixturevalue("memory_desk")
    else:
        simulated = SimulatedDesk()
        yield simulated
        simulated.close()
