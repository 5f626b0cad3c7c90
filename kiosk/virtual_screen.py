"""A screen for a machine without one: Xvnc, for a first look, tests and pictures."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

FIRST_PORT = 5900  # of the VNC protocol; the display's number is added


@dataclass(frozen=True, slots=True)
class VirtualScreen:
    display: str  # ":7"
    address: str  # where a VNC viewer on this machine finds it
    pid: int


def has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[VirtualScreen]:
    """Run Xvnc on a free display, reachable from this machine only, while entered.

    Raises:
        FileNotFoundError: Debian's tigervnc-standalone-server is not installed.
        RuntimeError: Xvnc did not come up.
    """
    reading, writing = os.pipe()
    process = subprocess.Popen(  # noqa: S603 - a fixed program with our own numbers
        _command(width, height, writing),
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvnc did not come up")
        address = f"vnc://127.0.0.1:{FIRST_PORT + int(number)}"
        yield VirtualScreen(f":{number}", address, process.pid)
    finally:
        process.terminate()
        process.wait()


def _command(width: int, height: int, descriptor: int) -> list[str]:
    return [
        "Xvnc",
        "-displayfd",
        str(descriptor),
        "-localhost",
        "-SecurityTypes",
        "None",
        "-geometry",
        f"{width}x{height}",
        "-depth",
        "24",
        "-AlwaysShared",
    ]
