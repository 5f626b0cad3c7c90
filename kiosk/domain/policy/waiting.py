"""How the library counts the time that patrons wait, and how long it explains a change of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from kiosk.domain.bounds import Between
from kiosk.domain.policy.days import Days


@dataclass(frozen=True, slots=True)
class WaitingPolicy:
    """Everything else by which it is counted stands in loans, hold shelf, pickup and calendar."""

    quick_days: Days = 1  # as short as a patron keeps an item, for the earliest day
    overdue_days: Days = 28  # more that an overdue item is given; overdue longer: not counted
    changes_kept_days: Annotated[int, Between(1, 60)] = 14  # of places in the queue

    @property
    def changes_kept(self) -> timedelta:
        return timedelta(days=self.changes_kept_days)
