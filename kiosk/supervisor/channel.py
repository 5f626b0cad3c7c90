"""A line between the supervisor and a panel: one short word a message, over a socket pair."""

import socket
from enum import StrEnum


class Said(StrEnum):
    """What a panel tells the supervisor."""

    PAINTED = "painted"  # its first paint is done: ready to take the screen
    ON_STAGE = "on_stage"  # it has the screen
    ALIVE = "alive"  # its GUI thread still turns
    ENDED = "ended"  # a signed-in visit is over: another process should take the screen
    QUIT = "quit"  # staff switched the kiosk off


class Told(StrEnum):
    """What the supervisor tells a panel."""

    COME_ON = "come_on"
    LEAVE = "leave"


class Channel:
    """One end of the pair; messages are lines, so none is ever half heard."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._rest = b""

    @classmethod
    def from_descriptor(cls, descriptor: int) -> "Channel":
        return cls(socket.socket(fileno=descriptor))

    def fileno(self) -> int:
        return self._end.fileno()

    def send(self, word: Said | Told) -> bool:
        """False where nobody listens any more."""
        try:
            self._end.sendall(f"{word.value}\n".encode())
        except OSError:
            return False
        return True

    def receive(self) -> list[str] | None:
        """All words that have arrived, without waiting; None once the other end is gone."""
        try:
            came = self._end.recv(4096, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return []
        except OSError:
            return None
        if not came:
            return None
        *lines, self._rest = (self._rest + came).split(b"\n")
        return [line.decode() for line in lines]

    def close(self) -> None:
        self._end.close()
