"""One panel process, as the supervisor sees it."""

import socket
import subprocess
import time
from collections.abc import Sequence

from kiosk.supervisor.channel import Channel, Said, Told

SILENT_S = 10.0  # a GUI thread that says nothing for so long is frozen


class Panel:
    """Starts hidden; takes the screen when told, leaves when told."""

    def __init__(self, command: Sequence[str]) -> None:
        ours, theirs = socket.socketpair()
        self._channel = Channel(ours)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
                [*command, "--control", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self._heard_at = time.monotonic()
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
        said = [Said(word) for word in words]
        self.is_ready = self.is_ready or Said.PAINTED in said
        return said

    def tell(self, word: Told) -> None:
        self._channel.send(word)

    def is_frozen(self) -> bool:
        return self.is_ready and time.monotonic() - self._heard_at > SILENT_S

    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """At once; nothing of a panel needs a farewell."""
        self._process.kill()

    def bury(self) -> None:
        """Let go of what is left of an ended process."""
        self._process.wait()
        self._channel.close()
