"""Hears the codes that a scanner tells, from any thread, and waits for them."""

from collections.abc import Callable
from threading import Condition

Wait = Callable[[Callable[[], bool], float], bool]  # until something holds; at most so many s

PATIENCE_S = 20.0
SOON_S = 1.0


class CodesHeard:
    """wait: another way to wait, where Qt's loop must turn meanwhile."""

    def __init__(self, wait: Wait | None = None) -> None:
        self._codes: list[str] = []
        self._news = Condition()
        self._wait = wait or self._sleep_until

    def __call__(self, code: str) -> None:
        with self._news:
            self._codes.append(code)
            self._news.notify_all()

    @property
    def codes(self) -> list[str]:
        with self._news:
            return list(self._codes)

    def forget(self) -> None:
        with self._news:
            self._codes.clear()

    def wait_for(self, code: str) -> None:
        """Until it was told since the last `forget`; far longer than any scanner needs."""
        assert self._wait(lambda: code in self.codes, PATIENCE_S), (
            f"{code!r} was not told: {self.codes}"
        )

    def is_told_soon(self, code: str) -> bool:
        """Whether it is told within the moment in which a patron waits before trying again."""
        return self._wait(lambda: code in self.codes, SOON_S)

    def _sleep_until(self, holds: Callable[[], bool], limit_s: float) -> bool:
        with self._news:
            return self._news.wait_for(holds, limit_s)
