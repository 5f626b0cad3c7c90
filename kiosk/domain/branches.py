"""The library's branches, and where a kiosk stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import Weekday
from kiosk.domain.materials import Material

BranchId = NewType("BranchId", str)


@dataclass(frozen=True, slots=True)
class Branch:
    id: BranchId
    name: str  # 本館
    latin_name: str = ""  # Main Library
    telephone: str = ""
    closed_weekdays: tuple[Weekday, ...] = ()  # besides the library's own
    hours: str = ""  # "9:30−19:00"
    refuses: tuple[Material, ...] = ()  # what it does not hand out (rule R6), where that is told


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where this kiosk stands, as the top band of every screen says it."""

    library: str  # みなと市立図書館
    seal: str  # one character: 港
    branch: Branch
    floor: str = ""  # 2階 一般
    kiosk: str = ""  # 3号機
    latin_library: str = ""
    hours: str = ""  # today's: "9:30 − 20:00"
    zone: str = "Asia/Tokyo"  # of the clock on the wall

    def day_of(self, moment: datetime) -> date:
        """The library's day at an instant, whatever zone the machine has."""
        return moment.astimezone(ZoneInfo(self.zone)).date()
