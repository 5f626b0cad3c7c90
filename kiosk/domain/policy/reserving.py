"""How long a permit to reserve is good, and what was reserved is listed."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from kiosk.domain.bounds import Between
from kiosk.domain.calendar import Calendar
from kiosk.domain.policy.days import Days


@dataclass(frozen=True, slots=True)
class PermitPolicy:
    """How long a permit to reserve is good."""

    patron_minutes: Annotated[int, Between(1, 60)] = 10  # to confirm; the kiosk counts from receipt
    honoured_hours: Annotated[int, Between(1, 720)] = 72  # by the service, from issue

    @property
    def patron_s(self) -> int:
        return self.patron_minutes * 60

    @property
    def honoured(self) -> timedelta:
        return timedelta(hours=self.honoured_hours)


@dataclass(frozen=True, slots=True)
class ReservationPolicy:
    """How long reservations that are over are kept (V2), and who may put open ones in order."""

    cancelled_listed_days: Days = 30  # the last of them included
    expired_kept_days: Days = 30
    collected_kept_days: Days = 0  # 0: erased as it is collected
    sequence_at_panel: bool = False  # 順番予約 (R7); elsewhere it always may be set
    undo_minutes: Annotated[int, Between(0, 1440)] = 60  # as long as the longest session

    @property
    def undone_within(self) -> timedelta:
        """How long a cancelling can be taken back: a place in the queue is no store."""
        return timedelta(minutes=self.undo_minutes)

    def listed_since(self, now: datetime, calendar: Calendar) -> datetime:
        """The instant at which the first listed day began where the library is."""
        first = calendar.today(now) - timedelta(days=self.cancelled_listed_days)
        return datetime.combine(first, time(), ZoneInfo(calendar.zone))
