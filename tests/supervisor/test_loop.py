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
from kiosk.supervisor.panel import Panel
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


class HastyPanel(Panel):
    leaves_within_s = 0.1


class House:
    """A supervisor of understudies, turned by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "tests.supervisor.understudy", str(folder)]
        self.service = Service([sys.executable, "-c", SERVICE], folder / "run" / "central.sock")
        self.supervisor = Supervisor(command, self.service, HastyPanel)

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


def test_spares_that_do_not_start_are_tried_less_and_less(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    on_stage = house.who("come_on")[0]
    (house.folder / "broken").touch()
    os.kill(next(pid for pid in house.who("started") if pid != on_stage), signal.SIGKILL)
    until = time.monotonic() + 1.5
    house.until(lambda: time.monotonic() > until)
    assert len(house.who("started")) <= 2 + 5
    (house.folder / "broken").unlink()
    house.until(lambda: house.supervisor._spare is not None and house.supervisor._spare.is_ready)
    assert house.who("come_on") == [on_stage]


def test_a_used_panel_that_does_not_leave_is_ended(house: House) -> None:
    (house.folder / "nobody-leaves").touch()
    house.until(lambda: len(house.who("started")) == 2)
    used = house.who("come_on")[0]
    house.order(used, "ended")
    house.until(lambda: used in house.who("leave"))
    house.until(lambda: not house.supervisor._leaving)
    assert used not in house.who("left")
    with pytest.raises(ProcessLookupError):
        os.kill(used, 0)


def test_a_panel_that_dies_after_its_visit_is_followed_by_the_spare(house: House) -> None:
    house.until(lambda: len(house.who("come_on")) == 1)
    used = house.who("come_on")[0]
    house.order(used, "ended")
    house.until(lambda: house.supervisor._wants_swap or len(house.who("come_on")) == 2)
    if len(house.who("come_on")) == 1:
        os.kill(used, signal.SIGKILL)
    house.until(lambda: len(house.who("come_on")) == 2)


def test_a_word_that_nobody_knows_is_not_heard(house: House) -> None:
    house.until(lambda: len(house.who("started")) == 2)
    on_stage = house.who("come_on")[0]
    house.order(on_stage, "a word of a newer panel")
    house.until(lambda: not (house.folder / f"orders-{on_stage}").exists())
    house.order(on_stage, "ended")
    house.until(lambda: on_stage in house.who("left"))


def test_a_call_made_while_the_service_is_dead_is_answered_by_the_next_one(house: House) -> None:
    house.until(lambda: house.service.pid is not None)
    killed = house.service.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    house.service.wait(PATIENCE_S)
    with socket.socket(socket.AF_UNIX) as call:
        call.connect(str(house.folder / "run" / "central.sock"))
        house.until(lambda: house.service.pid not in {None, killed})
        call.settimeout(PATIENCE_S)
        assert call.recv(20) == str(house.service.pid).encode()


def test_only_we_may_enter_the_folder_of_the_socket(house: House) -> None:
    assert (house.folder / "run").stat().st_mode & 0o777 == 0o700
    assert (house.folder / "run" / "central.sock").stat().st_mode & 0o777 == 0o600
