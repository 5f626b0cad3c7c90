"""Starts what a trial needs as ordinary processes, and leaves none of them running."""

import getpass
import os
import pwd
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

DEBIANS_USER = "postgres"  # comes with the package; PostgreSQL refuses to run as root
ENDS_WITHIN_S = 20.0
_ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}


def owner() -> str:
    """Who the nodes run as."""
    return DEBIANS_USER if os.geteuid() == 0 else getpass.getuser()


def give(path: Path) -> None:
    """Make a file or folder, with all that is in it, the nodes' own."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(DEBIANS_USER)
        for each in (path, *path.rglob("*")):
            os.chown(each, user.pw_uid, user.pw_gid)


def unprivileged(command: Sequence[str], *, last_word: str = "TERM") -> list[str]:
    """With us gone, it is sent a signal by the system."""
    words = ["setpriv", "--pdeathsig", last_word]
    if os.geteuid() == 0:
        words += [f"--reuid={DEBIANS_USER}", f"--regid={DEBIANS_USER}", "--init-groups"]
    return [*words, *command]


class Processes:
    """All that were started here, by name; each writes a log of its own."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(
        self, name: str, command: Sequence[str], more: Mapping[str, str] | None = None
    ) -> None:
        environment = {**_ENVIRONMENT, **(more or {})}
        with (self.logs / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                list(command), stdout=log, stderr=log, cwd="/", env=environment
            )

    def kill(self, name: str) -> None:
        process = self._running.pop(name)
        process.kill()
        process.wait()

    def end_all(self) -> None:
        """Who asks before who is asked; what does not end in time is killed."""
        for ending in ("service", "haproxy", "patroni", "etcd"):
            names = [name for name in self._running if ending in name]
            for name in names:
                self._running[name].terminate()
            for name in names:
                self._end(name)

    def _end(self, name: str) -> None:
        process = self._running.pop(name)
        try:
            process.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            print(f"{name} did not end in time and is killed", flush=True)
            process.kill()
            process.wait()


@contextmanager
def processes(logs: Path) -> Iterator[Processes]:
    started = Processes(logs)
    try:
        yield started
    finally:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C leaves nothing
        started.end_all()
        signal.signal(signal.SIGINT, before)


class Postmaster:
    """The PostgreSQL of one data folder, as the system's table of processes has it."""

    def __init__(self, data: Path) -> None:
        self._file = data / "postmaster.pid"

    def freeze_senders(self) -> int:
        """Nothing more is sent to the replicas; how many senders there were."""
        senders = [pid for pid in self._children() if b"walsender" in _command(pid)]
        for pid in senders:
            os.kill(pid, signal.SIGSTOP)
        return len(senders)

    def kill(self) -> None:
        """As a power cut: nothing is said to anybody."""
        pid = self._pid()
        if pid is None:
            return
        for each in (pid, *self._children()):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)

    def _pid(self) -> int | None:
        with suppress(FileNotFoundError, ProcessLookupError):
            pid = int(self._file.read_text().split()[0])
            if str(self._file.parent).encode() in _command(pid):
                return pid
        return None

    def _children(self) -> list[int]:
        pid = self._pid()
        if pid is None:
            return []
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(each) for each in told.split()]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""
