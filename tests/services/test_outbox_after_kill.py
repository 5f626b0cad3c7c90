"""kill -9 at any point: each wish is placed exactly once, and no number is used twice."""

import random
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.central.http import CentralHttp
from kiosk.services.central.sender import WishSender
from kiosk.services.file_lock import FileLock
from kiosk.services.outbox import SqliteOutbox
from tests.services.odd_service import OddService
from tests.services.shelf_of_wishes import ShelfOfWishes

Panel = subprocess.Popen[bytes]


class Kiosk:
    """Panels that are killed one after the other, over one outbox."""

    def __init__(self, folder: Path, service: OddService) -> None:
        self.shelf = ShelfOfWishes(service)
        self.service = service
        self.told: list[str] = []  # numbers that a patron saw
        self.sent: set[bytes] = set()  # the addresses that were put
        self._folder = folder
        self._panel: Panel | None = None

    def begin(self) -> Panel:
        command = [sys.executable, "-m", "tests.services.reserving_process"]
        self._panel = subprocess.Popen(
            [*command, str(self._folder), str(self.service.path)], stdout=subprocess.PIPE
        )
        return self._panel

    def kill(self) -> None:
        assert self._panel is not None
        self._panel.send_signal(signal.SIGKILL)

    def see(self, panel: Panel) -> None:
        """Read what it told until it ended."""
        told, _ = panel.communicate()
        self.told += [line for line in told.decode().split("\n") if len(line) == 10]

    def send_waiting(self) -> None:
        self.service.does(self.shelf.serve)
        http = CentralHttp.over_socket(self.service.path, "key")
        outbox = SqliteOutbox(self._folder, 7)
        kept = {wish.id for wish in outbox.waiting()}
        assert WishSender(http, outbox, FileLock(self._folder / "lock")).send_waiting()
        assert outbox.waiting() == ()
        assert kept <= set(self.shelf.placed)
        http.close()
        outbox.close()

    def check(self) -> None:
        placed = list(self.shelf.placed.values())
        assert placed
        for name in ("number", "permit"):
            twice = Counter(wish[name] for wish in placed) - Counter({w[name] for w in placed})
            assert not twice
        assert self.sent <= {f"/reservations/{one}".encode() for one in self.shelf.placed}
        assert set(self.told) <= {wish["number"] for wish in placed}
        assert len(set(self.told)) == len(self.told)


@pytest.fixture
def kiosk(folder: Path, odd: OddService) -> Iterator[Kiosk]:
    kiosk = Kiosk(folder, odd)
    yield kiosk
    if kiosk._panel is not None and kiosk._panel.poll() is None:
        kiosk.kill()


@pytest.mark.parametrize("answered_before", [0, 2])
@pytest.mark.parametrize("point", ["before it is placed", "before the answer", "after the answer"])
def test_a_panel_killed_while_it_sends_has_reserved_exactly_once(
    kiosk: Kiosk, point: str, answered_before: int
) -> None:
    def serve(connection: socket.socket, request: bytes) -> None:
        kiosk.sent.add(request.split(b" ")[1])
        is_time = len(kiosk.shelf.puts) >= answered_before
        if is_time and point == "before it is placed":
            kiosk.kill()
            return
        answer = kiosk.shelf.take(request)
        if is_time and point == "before the answer":
            kiosk.kill()
            return
        connection.sendall(answer)
        if is_time:
            kiosk.kill()

    kiosk.service.does(serve)
    for _ in range(2):
        kiosk.see(kiosk.begin())
    kiosk.send_waiting()
    kiosk.check()


def test_a_panel_killed_at_any_moment_loses_nothing_and_doubles_nothing(kiosk: Kiosk) -> None:
    moments = random.Random(20261120)  # noqa: S311 - moments, not secrets
    for _ in range(5):
        panel = kiosk.begin()
        assert panel.stdout is not None
        first = panel.stdout.readline().decode().strip()  # it has begun to reserve
        kiosk.told.append(first)
        timer = threading.Timer(moments.uniform(0, 0.05), kiosk.kill)
        timer.start()
        kiosk.see(panel)
        timer.join()
    kiosk.send_waiting()
    kiosk.check()
