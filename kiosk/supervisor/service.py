"""The embedded central service, as the supervisor sees it."""

import logging
import os
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 5.0
STEADY_AFTER_S = 30.0


class Service:
    """Listens in the supervisor's name, so that a restart refuses nobody.

    The listening socket stays open here: while the service starts anew, calls wait in the queue.
    """

    def __init__(self, command: Sequence[str], socket_path: Path) -> None:
        self._command = command
        self._listening = listen_at(socket_path)
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._pause_s = FIRST_PAUSE_S
        self._not_before = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def keep_running(self) -> None:
        """Start it where it is not running, with growing pauses where it will not stay."""
        now = time.monotonic()
        if self._process is not None and self._process.poll() is None:
            return
        if self._process is not None:
            self._note_the_end(now)
        if now >= self._not_before:
            self._start(now)

    def _start(self, now: float) -> None:
        descriptor = self._listening.fileno()
        self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
            [*self._command, "--fd", str(descriptor)],
            pass_fds=[descriptor],
            stdin=subprocess.PIPE,  # closes with us: the service dies with its parent
        )
        self._started_at = now

    def _note_the_end(self, now: float) -> None:
        assert self._process is not None, "only a started service ends"
        log.warning("the central service ended with status %s", self._process.returncode)
        if self._process.stdin is not None:
            self._process.stdin.close()
        was_steady = now - self._started_at > STEADY_AFTER_S
        self._pause_s = FIRST_PAUSE_S if was_steady else min(self._pause_s * 2, LONGEST_PAUSE_S)
        self._not_before = now + self._pause_s
        self._process = None

    def wait(self, timeout_s: float) -> None:
        """Give it time; returns earlier where it ends."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._listening.close()


def listen_at(path: Path) -> socket.socket:
    """A Unix socket in a folder that only we may enter."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listening.bind(str(path))
    finally:
        os.umask(before)
    listening.listen(128)
    return listening
