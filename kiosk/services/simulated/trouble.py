"""Faults on demand: the line lost, the service broken, or slow."""

import threading


class Breakable:
    """Something simulated that can be told to fail; may be told from another thread."""

    def __init__(self) -> None:
        self._error: Exception | None = None
        self._times: int | None = None
        self._pause_s = 0.0
        self._recovered = threading.Event()

    def breaks_with(self, error: Exception, times: int | None = None) -> None:
        """Raise this at every call from now on, or only at the next few."""
        self._error = error
        self._times = times

    def takes(self, pause_s: float) -> None:
        """Answer so late; `recovers` ends the waiting at once."""
        self._pause_s = pause_s
        self._recovered.clear()

    def recovers(self) -> None:
        self._error = None
        self._times = None
        self._pause_s = 0.0
        self._recovered.set()

    def _stumble(self) -> None:
        """Wait or fail here, if so told: the first line of every call."""
        if self._pause_s:
            self._recovered.wait(self._pause_s)
        if self._error is None:
            return
        error = self._error
        if self._times is not None:
            self._times -= 1
            if self._times <= 0:
                self._error = None
        raise error
