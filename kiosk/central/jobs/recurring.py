"""What is done again and again, and when it is due."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.central.service import Service

Job = Callable[[Service], int]  # how many rows or files it changed

RETRIED_AFTER = timedelta(hours=1)  # where it failed, if it is not due before


@dataclass(frozen=True, slots=True)
class Recurring:
    """A job that can be done twice, also at the same time, without harm.

    Args:
        job: named by its function.
        every: how long after it began it is due again.
        at: every day, soon after this time where the library is; None: at any time.
        on_each_host: for what lies on a host's own disk.
        is_long: takes minutes, and must not hold up the others.
    """

    job: Job
    every: timedelta
    at: time | None = None
    on_each_host: bool = False
    is_long: bool = False

    @property
    def name(self) -> str:
        name = self.job.__name__
        return f"{name}@{socket.gethostname()}" if self.on_each_host else name

    def due_after(self, began_at: datetime, zone: str, *, has_failed: bool = False) -> datetime:
        """The instant at which it is due again."""
        if has_failed:
            return began_at + min(self.every, RETRIED_AFTER)
        if self.at is None:
            return began_at + self.every
        local = began_at.astimezone(ZoneInfo(zone))
        today = datetime.combine(local.date(), self.at, local.tzinfo)
        return today if today > local else today + timedelta(days=1)
