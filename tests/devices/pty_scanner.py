"""A scanner on a serial line that is no line: a pseudo-terminal, pulled out and plugged in."""

import os
import pty
import tty
from pathlib import Path


class PtyScanner:
    """The cable's other end. The path is a link, as udev's are, to a new port each time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ends: list[int] = []

    @property
    def is_plugged_in(self) -> bool:
        return bool(self._ends)

    def plug_in(self) -> None:
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self._ends += [ours, theirs]
        self._lead_to(os.ttyname(theirs))

    def pull_out(self) -> None:
        """Both ends go, and the link with them."""
        self.path.unlink(missing_ok=True)
        while self._ends:
            os.close(self._ends.pop(0))

    def move(self) -> None:
        """Another port has the name now; the old one stays open and silent."""
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self._ends = [ours, theirs, *self._ends]
        self._lead_to(os.ttyname(theirs))

    def send(self, raw: bytes) -> None:
        sent = 0
        while sent < len(raw):
            sent += os.write(self._ends[0], raw[sent:])

    def _lead_to(self, port: str) -> None:
        new = self.path.with_suffix(".new")
        new.symlink_to(port)
        new.replace(self.path)
