"""One at a time at a printer: among the threads of a panel, and with the panel that leaves."""

import socket
from hashlib import sha256
from threading import Lock
from time import monotonic, sleep

_LOOK_S = 0.05


class Turns:
    """A name among the machine's abstract sockets is held as long as the printer is spoken with.

    The kernel gives it free when a process ends, however it ends. unix(7), "Abstract".
    """

    def __init__(self, connection: str) -> None:
        self._name = b"\0kiosk-slip-printer-" + sha256(connection.encode()).hexdigest().encode()
        self._here = Lock()
        self._held: socket.socket | None = None

    def take(self, limit_s: float = 0) -> bool:
        """Whether it is our turn now, or was within the limit."""
        until = monotonic() + limit_s
        if not self._here.acquire(timeout=limit_s):
            return False
        while not self._hold():
            if monotonic() >= until:
                self._here.release()
                return False
            sleep(_LOOK_S)
        return True

    def give_back(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()
        self._here.release()

    def _hold(self) -> bool:
        held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            held.bind(self._name)
        except OSError:
            held.close()
            return False
        self._held = held
        return True
