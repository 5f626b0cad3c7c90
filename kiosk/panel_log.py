"""The panel's log: lines to standard error; a line that comes again and again is told now and then.

A line that is down is asked each second, for a night perhaps. Nobody reads a line a second, and
what else went wrong would be lost among them.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

EVERY_S = 60.0  # the same line
MOST = 200  # lines that are remembered; of each no more than a number

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to_stderr() -> None:
    """Send everything that is logged in this process there."""
    lines = logging.StreamHandler()
    lines.addFilter(Seldom())
    logging.basicConfig(level=logging.INFO, format=_FORMAT, handlers=[lines])
    # It would write every address that is asked for, and with it which title somebody reserves.
    logging.getLogger("httpx").setLevel(logging.WARNING)


class Seldom(logging.Filter):
    """Lets the same line through once in `EVERY_S`, with how often it was held back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._told: OrderedDict[int, float] = OrderedDict()  # when; by the hash of the line
        self._held_back: dict[int, int] = {}
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        line = hash((record.name, record.levelno, record.getMessage()))
        with self._lock:
            if self._now() - self._told.get(line, float("-inf")) < EVERY_S:
                self._held_back[line] = self._held_back.get(line, 0) + 1
                return False
            self._note(line)
            times = self._held_back.pop(line, 0)
        if times:
            record.msg = f"{record.getMessage()} (and {times} times since this was told)"
            record.args = None
        return True

    def _note(self, line: int) -> None:
        self._told[line] = self._now()
        self._told.move_to_end(line)
        if len(self._told) > MOST:
            oldest, _ = self._told.popitem(last=False)
            self._held_back.pop(oldest, None)
