"""Faults on demand: the line lost, the service broken."""


class Breakable:
    """Something simulated that can be told to fail; may be told from another thread."""

    def __init__(self) -> None:
        self._error: Exception | None = None
        self._times: int | None = None

    def breaks_with(self, error: Exception, times: int | None = None) -> None:
        """Raise this at every call from now on, or only at the next few."""
        self._error = error
        self._times = times

    def recovers(self) -> None:
        self._error = None
        self._times = None

    def _stumble(self) -> None:
        """Fail here, if so told: the first line of every call."""
        if self._error is None:
            return
        error = self._error
        if self._times is not None:
            self._times -= 1
            if self._times <= 0:
                self._error = None
        raise error
