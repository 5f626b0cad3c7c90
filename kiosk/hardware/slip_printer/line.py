"""Bytes to a printer and back, each with a time limit; nothing ever blocks for good."""

import errno
import os
import select
from time import monotonic

_MS = 1000
_MOST = 4096  # bytes read at once
_AGAIN_S = 0.02  # after a read that a driver ended with nothing


class LineGone(Exception):
    """Nobody is at the other end, or no longer."""

    def __init__(self, why: str) -> None:
        self.why = why  # a code of health
        super().__init__(why)


class LineStill(Exception):
    """The printer takes nothing more."""


# What an operating system says of a line that cannot be opened or used; all else is "offline".
_WHYS = {
    errno.ENOENT: "not_plugged_in",
    errno.ENODEV: "not_plugged_in",
    errno.ENXIO: "not_plugged_in",
    errno.EIO: "not_plugged_in",
    errno.EBUSY: "held_by_another_program",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
}


def gone(error: OSError) -> LineGone:
    return LineGone(_WHYS.get(error.errno or 0, "offline"))


class Line:
    """An open descriptor that does not block: a device file; its kinds have files of their own."""

    why_hung_up = "not_plugged_in"
    ends_with_nothing = False  # whether to read nothing means that the other end has closed

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def send(self, data: bytes, still_s: float) -> None:
        """Raises LineStill when nothing was taken for so long, LineGone."""
        rest = memoryview(data)
        while rest:
            if not self._is_ready(select.POLLOUT, still_s):
                raise LineStill
            try:
                rest = rest[os.write(self.descriptor, rest) :]
            except BlockingIOError:
                self._is_ready(0, _AGAIN_S)
            except OSError as error:
                raise gone(error) from error

    def receive(self, limit_s: float) -> bytes:
        """What has come, or comes first; nothing if nothing came in time. Raises LineGone."""
        until = monotonic() + limit_s
        while True:
            data = self._read() if self._is_ready(select.POLLIN, until - monotonic()) else b""
            if data or monotonic() >= until:
                return data

    def settle(self, limit_s: float) -> None:
        """Wait until the driver has handed on what it took. Raises LineStill, LineGone."""
        if not self._is_ready(select.POLLOUT, limit_s):
            raise LineStill

    def close(self) -> None:
        os.close(self.descriptor)

    def drop(self) -> None:
        """Close it; what has not gone out never will."""
        self.close()

    def _read(self) -> bytes:
        try:
            data = os.read(self.descriptor, _MOST)
        except BlockingIOError:
            data = b""
        except OSError as error:
            raise gone(error) from error
        else:
            if not data and self.ends_with_nothing:
                raise LineGone(self.why_hung_up)
        if not data:
            self._is_ready(0, _AGAIN_S)
        return data

    def _is_ready(self, for_what: int, limit_s: float) -> bool:
        """Raises LineGone where the other end has hung up and nothing is left to be read."""
        poll = select.poll()
        poll.register(self.descriptor, for_what)
        for _, found in poll.poll(max(0, limit_s) * _MS):
            if found & for_what:
                return True
            raise LineGone(self.why_hung_up)
        return False
