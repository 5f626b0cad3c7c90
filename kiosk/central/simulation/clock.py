"""The clock of a simulated day: it goes on by the deeds that are done."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_OPENS, _CLOSES = time(9, 30), time(20, 0)
_DEED = timedelta(seconds=20)


class SimulatedClock:
    """Stands at the opening of a day until somebody does something; never passes its closing."""

    def __init__(self, zone: str, day: date) -> None:
        self._zone = ZoneInfo(zone)
        self.begin(day)

    def begin(self, day: date) -> None:
        self._now = self._at(day, _OPENS)
        self._closes = self._at(day, _CLOSES)

    def now(self) -> datetime:
        return self._now

    def go_on(self) -> None:
        self._now = min(self._now + _DEED, self._closes)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self._zone).astimezone(UTC)
