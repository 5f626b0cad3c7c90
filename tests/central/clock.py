"""A clock that a test turns."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # 10:00 in Japan, a Friday


class TurnedClock:
    """Stands still until it is turned."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def turn(self, by: timedelta) -> None:
        self._now += by
