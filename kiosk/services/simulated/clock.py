"""A clock that stands still until somebody turns it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LIBRARY_ZONE = ZoneInfo("Asia/Tokyo")
A_FRIDAY_MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=LIBRARY_ZONE)


class FixedClock:
    def __init__(self, now: datetime = A_FRIDAY_MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def turn(self, by: timedelta) -> None:
        """Let time pass, or with a negative span go back."""
        self._now += by

    def set_to(self, now: datetime) -> None:
        self._now = now
