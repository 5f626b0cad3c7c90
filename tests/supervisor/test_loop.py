"""The screen is never empty for long: swaps, crashes and the service's restarts."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.supervisor.loop import Supervisor
from kiosk.supervisor.service import Service

PATIENCE_S = 20.0

SERVICE = """
import os, socket, sys, threading
listening = socket.socket(fileno=int(sys.argv[sys.argv.index("--fd") + 1]))
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
while True:
    call, _ = listening.accept()
    call.sendall(str(os.getpid()).encode())
    call.close()
"""


class House:
    """A supervisor of understudies, turned by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "tests.supervisor.understudy", str(folder)]
        self.service = Service([sys.executable, "-c", SERVICE], folder / "run" / "central.sock")
        self.supervisor = Supervisor(command, self.service)

    def journal(self) -> list[tuple[int, str]]:
        path = self.folder / "journal"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [(int(pid), word) for pid, word in (line.split(" ") for line in lines)]

    def who(self, word: str) -> list[int]:
        return [pid for pid, said in self.journal() if said == word]

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, f"waited in vain; the journal: {self.journal()}"
            self.supervisor.turn()

    def order(self, pid: int, word: str) -> None:
        part = self.folder / f"part-{pid}"
        part.write_text(word, encoding="utf-8")
        part.rename(self.folder / f"orders-{pid}")

    def end(self) -> None:
        self.supervisor.stop()
        self.supervisor.run()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.end()


def test_one_panel_has_the_screen_and_a_spare_waits(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    assert len(house.who("come_on")) == 1


def test_after_a_signed_in_visit_another_process_has_the_screen(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    used = house.who("come_on")[0]
    house.order(used, "ended")
    house.until(lambda: used in house.who("left"))
    on_stage = house.who("come_on")[-1]
    assert on_stage != used
    came, left = house.journal().index((on_stage, "come_on")), house.journal().index((used, "left"))
    assert came < left, "the used panel left before the spare had the screen"
    house.until(lambda: len(house.who("started")) == 3)


def test_a_killed_panel_is_followed_by_the_spare(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    os.kill(house.who("come_on")[0], signal.SIGKILL)
    house.until(lambda: len(house.who("come_on")) == 2)
    house.until(lambda: len(house.who("started")) == 3)


def test_a_killed_spare_is_replaced_and_the_patron_sees_nothing(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    on_stage = house.who("come_on")[0]
    spare = next(pid for pid in house.who("started") if pid != on_stage)
    os.kill(spare, signal.SIGKILL)
    house.until(lambda: len(house.who("started")) == 3)
    assert house.who("come_on") == [on_stage]


def test_a_call_made_while_the_service_is_dead_is_answered_by_the_next_one(house: House) -> None:
    house.until(lambda: house.service.pid is not None)
    killed = house.service.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    with socket.socket(socket.AF_UNIX) as call:
        call.connect(str(house.folder / "run" / "central.sock"))
        house.until(lambda: house.service.pid not in {None, killed})
        call.settimeout(PATIENCE_S)
        assert call.recv(20) == str(house.service.pid).encode()


def test_only_we_may_enter_the_folder_of_the_socket(house: House) -> None:
    assert (house.folder / "run").stat().st_mode & 0o777 == 0o700
    assert (house.folder / "run" / "central.sock").stat().st_mode & 0o777 == 0o600
