"""How long to wait before a process that will not stay is started again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rhythm:
    first_s: float = 0.1
    longest_s: float = 5.0
    steady_after_s: float = 30.0  # who ran so long is started anew as if for the first time


class Pauses:
    """Grow with each end that comes soon, so that what is broken does not eat the machine."""

    def __init__(self, rhythm: Rhythm = Rhythm()) -> None:
        self._rhythm = rhythm
        self._pause_s = rhythm.first_s / 2
        self._until_s = 0.0

    def is_over(self, now_s: float) -> bool:
        return now_s >= self._until_s

    def ended(self, now_s: float, ran_s: float) -> None:
        """Something ended now that should have stayed."""
        was_steady = ran_s > self._rhythm.steady_after_s
        doubled_s = self._rhythm.first_s if was_steady else self._pause_s * 2
        self._pause_s = min(doubled_s, self._rhythm.longest_s)
        self._until_s = now_s + self._pause_s
