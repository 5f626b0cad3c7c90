"""The time, as the library's own zone has it."""

from datetime import datetime
from zoneinfo import ZoneInfo


class SystemClock:
    """The machine's clock; tests turn a FixedClock instead."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(self._zone)
