"""The embedded service is kept running, and what it says at its end is told once."""

import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.errors import AddressInUse
from kiosk.supervisor.listening import listen_at
from kiosk.supervisor.service import Service

PATIENCE_S = 20.0
REFUSES = "print({words!r}); raise SystemExit(2)"
READS = "import pathlib, sys; print(pathlib.Path({file!r}).read_text()); raise SystemExit(2)"
STAYS = "import sys; sys.stdin.read()"


class Kept:
    """A service that is kept running by hand, and what was said of its ends."""

    def __init__(self, folder: Path, program: str) -> None:
        self.said: list[str] = []
        command = [sys.executable, "-c", program]
        self.service = Service(command, folder / "run" / "central.sock", say=self.said.append)
        self.pids: set[int] = set()

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            self.service.keep_running()
            self.service.wait(0.05)
            if self.service.pid is not None:
                self.pids.add(self.service.pid)


@pytest.fixture
def keep(tmp_path: Path) -> Iterator[Callable[[str], Kept]]:
    begun: list[Kept] = []

    def begin(program: str) -> Kept:
        begun.append(Kept(tmp_path, program))
        return begun[-1]

    yield begin
    for kept in begun:
        kept.service.stop()


def test_a_service_that_will_not_start_says_why_once(keep: Callable[[str], Kept]) -> None:
    kept = keep(REFUSES.format(words="policy.toml, line 3: library"))
    kept.until(lambda: len(kept.pids) == 4)
    assert kept.said == ["policy.toml, line 3: library"]


def test_a_new_reason_is_said_too(keep: Callable[[str], Kept], tmp_path: Path) -> None:
    reason = tmp_path / "reason"
    reason.write_text("line 3", encoding="utf-8")
    kept = keep(READS.format(file=str(reason)))
    kept.until(lambda: len(kept.pids) == 2)
    reason.write_text("line 4", encoding="utf-8")
    kept.until(lambda: len(kept.said) == 2)
    reason.write_text("line 3", encoding="utf-8")
    kept.until(lambda: len(kept.said) == 3)
    assert kept.said == ["line 3", "line 4", "line 3"]


def test_a_service_that_was_killed_is_told_by_its_status(keep: Callable[[str], Kept]) -> None:
    kept = keep("import os; os.kill(os.getpid(), 9)")
    kept.until(lambda: len(kept.said) == 2)
    assert set(kept.said) == {"the central service ended with status -9"}


def test_it_is_there_for_as_long_as_it_is_wanted(keep: Callable[[str], Kept]) -> None:
    kept = keep(STAYS)
    kept.until(lambda: kept.service.pid is not None)
    kept.service.keep_running()
    assert len(kept.pids) == 1
    kept.service.stop()
    assert kept.service.pid is None
    assert kept.said == []


def test_other_sockets_are_handed_over_too(tmp_path: Path) -> None:
    said: list[str] = []
    program = "import os, sys; print(os.fstat(int(sys.argv[-1])).st_ino)"
    with socket.create_server(("127.0.0.1", 0)) as counter:
        also = {"--counter-fd": counter.fileno()}
        command = [sys.executable, "-c", program]
        service = Service(command, tmp_path / "central.sock", say=said.append, also=also)
        end = time.monotonic() + PATIENCE_S
        while not said and time.monotonic() < end:
            service.keep_running()
            service.wait(0.05)
        service.stop()
        assert said == [str(os.fstat(counter.fileno()).st_ino)]


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    service = Service(["no-such-program"], tmp_path / "central.sock", say=said.append)
    service.keep_running()
    service.stop()
    assert said == ["the central service cannot be started: No such file or directory"]


def test_a_socket_at_which_somebody_listens_is_left_to_them(tmp_path: Path) -> None:
    path = tmp_path / "central.sock"
    with listen_at(path) as first:
        with pytest.raises(AddressInUse) as refused:
            listen_at(path)
        assert str(path) in str(refused.value)
        with socket.socket(socket.AF_UNIX) as call:
            call.connect(str(path))
            first.settimeout(PATIENCE_S)
            for _ in range(2):  # ours, after the one that only looked
                first.accept()[0].close()


def test_what_a_killed_supervisor_left_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "central.sock"
    listen_at(path).close()
    with listen_at(path):
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_service_that_is_still_ending_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "central.sock"
    ending = listen_at(path)

    def end_once_somebody_has_looked() -> None:
        ending.accept()[0].close()
        ending.close()

    thread = threading.Thread(target=end_once_somebody_has_looked)
    thread.start()
    with listen_at(path, patience_s=PATIENCE_S):
        thread.join()
