"""The library's days: its local date, and when it is open."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Weekday(StrEnum):
    """In Python's order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Due dates, opening days and today are the library's local time."""

    zone: str = "Asia/Tokyo"  # as the IANA names it
    closed_weekdays: tuple[Weekday, ...] = ()
    closed_on: tuple[date, ...] = ()

    def today(self, now: datetime) -> date:
        """The library's date at an instant."""
        assert now.tzinfo is not None, "an instant without a time zone is no instant"
        return now.astimezone(ZoneInfo(self.zone)).date()

    def is_open(self, day: date) -> bool:
        return (
            list(Weekday)[day.weekday()] not in self.closed_weekdays and day not in self.closed_on
        )

    def besides(self, closed_weekdays: tuple[Weekday, ...]) -> "Calendar":
        """The days of a branch that is closed on these too; one that never opens keeps ours."""
        closed = tuple(
            day for day in Weekday if day in self.closed_weekdays or day in closed_weekdays
        )
        return self if len(closed) == len(Weekday) else replace(self, closed_weekdays=closed)

    def opening_day_after(self, day: date, count: int) -> date:
        """The count-th day after this one on which the library is open."""
        assert len(set(self.closed_weekdays)) < len(Weekday), "a library opens some day"
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_open(day)
        return day
