import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.listening import at_path
from kiosk.central.storage.database import Database
from tests.central.conftest import BRANCH, POLICIES

PATIENCE_S = 60  # for a machine that does much else; nothing here waits that long by itself

PROGRAM = """
import sys
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings
from pathlib import Path
data, policy, fd = sys.argv[1:]
serve(CentralSettings(Path(data), Path(policy)), int(fd), watch_stdin=True)
"""


class Running:
    """A service in a process of its own, on a socket that outlives it."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.path = folder / "run" / "central.socket"
        self.listener = at_path(self.path)
        self.process = self.start()

    def start(self, policy: Path = POLICIES / "demonstration.toml") -> subprocess.Popen[bytes]:
        fd = self.listener.fileno()
        words = [sys.executable, "-c", PROGRAM, str(self.data), str(policy), str(fd)]
        pipe = subprocess.PIPE
        return subprocess.Popen(words, pass_fds=(fd,), stdin=pipe, stderr=pipe)

    def ask(self) -> httpx.Response:
        """Wait in the socket until a service answers."""
        transport = httpx.HTTPTransport(uds=str(self.path))
        with httpx.Client(transport=transport, timeout=PATIENCE_S) as client:
            return client.get("http://central/healthz")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stderr, self.listener):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path)
    yield running
    running.end()


def test_a_kiosk_that_asks_too_early_waits_in_the_socket_and_is_answered(running: Running) -> None:
    assert running.ask().json() == {"is_well": True}


def test_a_killed_service_comes_back_with_what_it_knew(running: Running) -> None:
    running.ask()
    database = Database(f"sqlite:///{running.data / 'central.sqlite'}")
    key = KnownKiosks(database).register("001", BRANCH)
    running.process.send_signal(signal.SIGKILL)
    running.process.communicate(timeout=PATIENCE_S)
    running.process = running.start()
    assert running.ask().status_code == 200
    assert KnownKiosks(database).by_key(key).number == "001"
    database.close()


def test_it_ends_with_whoever_started_it(running: Running) -> None:
    running.ask()
    assert running.process.stdin is not None
    running.process.stdin.close()
    assert running.process.wait(PATIENCE_S) == 0


def test_it_ends_when_it_is_told_to(running: Running) -> None:
    running.ask()
    running.process.terminate()
    assert running.process.wait(PATIENCE_S) in {0, -signal.SIGTERM}


def test_a_second_one_on_the_same_data_is_refused(running: Running) -> None:
    running.ask()
    second = running.start()
    _, said = second.communicate(timeout=PATIENCE_S)
    assert second.returncode != 0
    assert f"{running.data}: another service holds this data folder" in said.decode()
    assert running.ask().status_code == 200


def test_a_policy_that_cannot_be_used_stops_the_start(tmp_path: Path, running: Running) -> None:
    running.process.kill()
    running.process.communicate()
    policy = tmp_path / "policy.toml"
    policy.write_text("library = 3\n")
    running.process = running.start(policy)
    _, said = running.process.communicate(timeout=PATIENCE_S)
    assert running.process.returncode != 0
    assert f"{policy}, line 1: library: allowed is text in quotes" in said.decode()


def test_its_log_is_lines_of_json_that_name_no_address(running: Running) -> None:
    running.ask()
    running.process.terminate()
    _, said = running.process.communicate(timeout=PATIENCE_S)
    assert b'"says": "ready"' in said
    assert b'"route": "/healthz"' in said
    assert b"Traceback" not in said


def test_it_listens_at_a_port_too(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        fd = listener.fileno()
        policy = str(POLICIES / "demonstration.toml")
        words = [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), policy, str(fd)]
        process = subprocess.Popen(words, pass_fds=(fd,), stdin=subprocess.PIPE)
        port = listener.getsockname()[1]
        answer = httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE_S)
        process.communicate(timeout=PATIENCE_S)  # closes its standard input
    assert answer.status_code == 200


WITH_COUNTER = """
import sys
from kiosk.central.serve import serve
from kiosk.central.settings import CentralSettings
from pathlib import Path
data, policy, fd, counter = sys.argv[1:]
settings = CentralSettings(Path(data), Path(policy))
serve(settings, int(fd), counter_fd=int(counter), watch_stdin=True)
"""


def test_kiosks_and_staff_are_answered_on_listeners_of_their_own(tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as kiosks,
        socket.create_server(("127.0.0.1", 0)) as counter,
    ):
        handed = (kiosks.fileno(), counter.fileno())
        policy = str(POLICIES / "demonstration.toml")
        words = [sys.executable, "-c", WITH_COUNTER, str(tmp_path / "data"), policy]
        process = subprocess.Popen(
            [*words, *map(str, handed)], pass_fds=handed, stdin=subprocess.PIPE
        )
        of_kiosks, of_staff = (
            f"http://127.0.0.1:{one.getsockname()[1]}" for one in (kiosks, counter)
        )
        assert httpx.get(f"{of_staff}/sign-in", timeout=PATIENCE_S).status_code == 200
        assert httpx.get(f"{of_kiosks}/healthz", timeout=PATIENCE_S).status_code == 200
        assert httpx.get(f"{of_kiosks}/sign-in", timeout=PATIENCE_S).status_code == 404
        assert httpx.get(f"{of_staff}/healthz", timeout=PATIENCE_S).status_code == 404
        lured = httpx.get(f"{of_staff}/sign-in", headers={"Host": "evil.example"}, timeout=60)
        assert lured.status_code == 400
        process.communicate(timeout=PATIENCE_S)  # closes its standard input
        assert process.returncode == 0
