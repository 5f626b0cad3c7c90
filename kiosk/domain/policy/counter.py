"""How long staff stay signed in at the counter, and how long it is known at whom they looked."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from kiosk.domain.bounds import Between
from kiosk.domain.policy.days import Days


@dataclass(frozen=True, slots=True)
class CounterPolicy:
    idle_minutes: Annotated[int, Between(1, 60)] = 10  # without a page or a scan
    longest_minutes: Annotated[int, Between(1, 1440)] = 600  # a working day
    looks_kept_days: Days = 180

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.idle_minutes)

    @property
    def longest(self) -> timedelta:
        return timedelta(minutes=self.longest_minutes)
