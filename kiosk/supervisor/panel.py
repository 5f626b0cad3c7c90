"""One panel process, as the supervisor sees it."""

import socket
import subprocess
import time
from collections.abc import Sequence
from typing import ClassVar

from kiosk.supervisor.channel import Channel, Said, Told

SILENT_S = 10.0  # a GUI thread that says nothing for so long is frozen
FIRST_PAINT_S = 60.0  # on a slow machine that has just been switched on
_WORDS = frozenset(Said)  # a newer panel may have others


class Panel:
    """Starts hidden; takes the screen when told, leaves when told."""

    leaves_within_s: ClassVar[float] = 20.0  # it finishes what was begun for the patron

    def __init__(self, command: Sequence[str]) -> None:
        ours, theirs = socket.socketpair()
        self._channel = Channel(ours)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
                [*command, "--control", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self.started_at = self._heard_at = time.monotonic()
        self._leaves_by: float | None = None
        self.is_ready = False

    @property
    def pid(self) -> int:
        return self._process.pid

    def fileno(self) -> int:
        return self._channel.fileno()

    def hear(self) -> list[Said] | None:
        """What the panel has said since; None once it is gone."""
        words = self._channel.receive()
        if words is None:
            return None
        self._heard_at = time.monotonic()
        said = [Said(word) for word in words if word in _WORDS]
        self.is_ready = self.is_ready or Said.PAINTED in said
        return said

    def tell(self, word: Told) -> None:
        if word is Told.LEAVE and self._leaves_by is None:
            self._leaves_by = time.monotonic() + self.leaves_within_s
        self._channel.send(word)

    def is_frozen(self) -> bool:
        longest_s = SILENT_S if self.is_ready else FIRST_PAINT_S
        return time.monotonic() - self._heard_at > longest_s

    def is_overdue(self) -> bool:
        """It was told to leave, and stays with all that it knows of a patron."""
        return self._leaves_by is not None and time.monotonic() > self._leaves_by

    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """At once; nothing of a panel needs a farewell."""
        self._process.kill()

    def bury(self) -> None:
        """Let go of what is left of an ended process."""
        self._process.wait()
        self._channel.close()
