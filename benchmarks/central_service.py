"""The real service in a process of its own, as a technician starts it, and what it takes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

POLICY = Path(__file__).parents[1] / "assets" / "policies" / "demonstration.toml"
STARTS_WITHIN_S = 60.0
PAUSE_S = 0.1
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Served:
    """A service that answers."""

    socket: Path
    pid: int

    def processor_s(self) -> float:
        """What it has taken so far, in its own words and the kernel's for it."""
        text = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii")
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND


@contextmanager
def served(folder: Path, url: str) -> Iterator[Served]:
    """Ended when the block is left; its log stays in the folder."""
    socket, settings = folder / "socket" / "kiosks", folder / "service.toml"
    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    said = f'data_folder = "{folder / "data"}"\npolicy_file = "{POLICY}"\ndatabase_url = "{url}"\n'
    settings.write_text(said, encoding="utf-8")
    settings.chmod(0o600)
    command = [
        sys.executable,
        "-m",
        "kiosk",
        "central",
        "serve",
        "--service",
        str(settings),
        "--at",
        str(socket),
    ]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        _until_well(socket, process, folder / "log")
        yield Served(socket, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _until_well(socket: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    with httpx.Client(transport=httpx.HTTPTransport(uds=str(socket))) as client:
        while time.monotonic() < until and process.poll() is None:
            with suppress(httpx.HTTPError):
                if client.get("http://central/healthz").is_success:
                    return
            time.sleep(PAUSE_S)
    raise RuntimeError(log.read_text(encoding="utf-8"))
