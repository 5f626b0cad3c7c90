"""The stage door: how a proof talks with the panel processes that it looks through.

One line of JSON a question, one an answer, over a Unix socket below the proof's own folder.
"""

import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Message = Mapping[str, Any]
PATIENCE_S = 180.0


class Line:
    """One end of a conversation."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._rest = b""

    def fileno(self) -> int:
        return self._end.fileno()

    def tell(self, message: Message) -> None:
        self._end.sendall(json.dumps(message).encode() + b"\n")

    def hear(self, timeout_s: float = PATIENCE_S) -> Message | None:
        """The next message; None once the other end is gone, or silent for too long."""
        self._end.settimeout(timeout_s)
        while b"\n" not in self._rest:
            try:
                came = self._end.recv(65536)
            except OSError:
                return None
            if not came:
                return None
            self._rest += came
        line, self._rest = self._rest.split(b"\n", 1)
        heard: Message = json.loads(line)
        return heard

    def close(self) -> None:
        self._end.close()


class Door:
    """Where panels knock: each says its process id, and is then known by it."""

    def __init__(self, path: Path) -> None:
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(path))
        self._listening.listen()
        self._listening.settimeout(0)
        self._inside: dict[int, Line] = {}

    def let_in(self) -> None:
        """Whoever stands outside now."""
        while True:
            try:
                end, _ = self._listening.accept()
            except BlockingIOError:
                return
            line = Line(end)
            named = line.hear()
            if named is not None:
                self._inside[named["pid"]] = line

    def of(self, pid: int) -> Line | None:
        """The line to a panel; None until it has knocked."""
        self.let_in()
        return self._inside.get(pid)

    def close(self) -> None:
        for line in self._inside.values():
            line.close()
        self._listening.close()


def knock(path: Path, pid: int) -> Line:
    """From a panel: raises OSError where nobody is there."""
    end = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    end.connect(str(path))
    line = Line(end)
    line.tell({"pid": pid})
    return line
