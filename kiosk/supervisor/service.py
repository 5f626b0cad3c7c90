"""The embedded central service, as the supervisor sees it."""

import logging
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.supervisor.listening import listen_at
from kiosk.supervisor.pauses import Pauses

log = logging.getLogger(__name__)

MOST_READ = 4096  # bytes of what it said at its end


class Service:
    """Listens in the supervisor's name, so that a restart refuses nobody.

    The listening socket stays open here: while the service starts anew, calls wait in the queue.

    Args:
        command: of the service; it is given `--fd`, and standard input that closes with us.
        socket_path: where it is asked.
        say: is told why it ended: its status, or what it wrote to standard output, which is
            told once for as long as it stays the same.
        patience_s: how long another one that is ending there may take.
        also: what else is handed over, open descriptors by the option that names them.

    Raises:
        AddressInUse: another one listens there.
    """

    def __init__(
        self,
        command: Sequence[str],
        socket_path: Path,
        *,
        say: Callable[[str], None] = log.error,
        patience_s: float = 0.0,
        also: Mapping[str, int] | None = None,
    ) -> None:
        self._command = command
        self._also = also or {}
        self._listening = listen_at(socket_path, patience_s)
        self._say = say
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._pauses = Pauses()
        self._told = ""

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
        if self._pauses.is_over(now):
            self._start(now)

    def _start(self, now: float) -> None:
        handed = {"--fd": self._listening.fileno(), **self._also}
        named = [word for option, fd in handed.items() for word in (option, str(fd))]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
                [*self._command, *named],
                pass_fds=list(handed.values()),
                stdin=subprocess.PIPE,  # closes with us: the service dies with its parent
                stdout=subprocess.PIPE,
            )
        except OSError as error:  # no process or memory is left just now
            self._pauses.ended(now, 0)
            self._say(f"the central service cannot be started: {error.strerror}")
        self._started_at = now

    def _note_the_end(self, now: float) -> None:
        assert self._process is not None, "only a started service ends"
        ended = self._process
        self._process = None
        self._pauses.ended(now, now - self._started_at)
        told, self._told = self._told, _last_words(ended)
        _let_go(ended)
        if not self._told:
            self._say(f"the central service ended with status {ended.returncode}")
        elif self._told != told:
            self._say(self._told)

    def wait(self, timeout_s: float) -> None:
        """Give it time; returns earlier where it ends."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout_s)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            _let_go(self._process)
            self._process = None
        self._listening.close()


def _last_words(ended: subprocess.Popen[bytes]) -> str:
    """What an ended process wrote to standard output; never waits."""
    assert ended.stdout is not None, "it was started with a pipe"
    os.set_blocking(ended.stdout.fileno(), False)
    said = ended.stdout.read(MOST_READ) or b""
    return said.decode(errors="replace").strip()


def _let_go(ended: subprocess.Popen[bytes]) -> None:
    for pipe in (ended.stdin, ended.stdout):
        if pipe is not None:
            pipe.close()
