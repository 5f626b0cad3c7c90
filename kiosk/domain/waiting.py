"""How long a patron waits for a title: a range of days, counted, never promised."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from heapq import heapify, heapreplace

from kiosk.domain.calendar import Calendar

HORIZON = timedelta(days=730)  # nobody counts further


class WhyUnsaid(StrEnum):
    """Why nobody can say how long it takes."""

    NO_COPY = "no_copy"  # all are missing, or overdue so long that they may never come
    TOO_LONG = "too_long"  # the earliest day lies beyond the horizon
    OWN_ORDER = "own_order"  # another title comes before it in the patron's 順番予約 (rule R7)


class WhyMoved(StrEnum):
    """What changed a place in the queue last."""

    ITEM_CAME = "item_came"  # for somebody ahead
    CANCELLED = "cancelled"  # somebody ahead
    ITEM_LOST = "item_lost"  # that was set aside for somebody ahead, who waits again
    RESTORED = "restored"  # somebody ahead took a cancelling back
    ORDER_CHANGED = "order_changed"  # somebody ahead moved the date: set or released an order
    ORDER_REACHED = "order_reached"  # somebody ahead had the title before it in an order


@dataclass(frozen=True, slots=True)
class Moved:
    """Another place in the queue than some days ago."""

    was: int
    why: WhyMoved  # the latest reason
    on: date  # the latest change


@dataclass(frozen=True, slots=True)
class Copy:
    """One item that comes round: when it is free for whoever is next."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many come before, at least and at most."""

    fewest: int = 0  # whom only these copies can serve, and who wait for nothing else
    most: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """The days by which an item comes round; all of them are what the library decided."""

    calendar: Calendar  # of the pickup branch
    loan_days: int
    quick_days: int
    hold_opening_days: int
    fewest_transport_days: int
    most_transport_days: int

    def quickest(self, free: date) -> date:
        """When it is free again if the next patron fetches and reads it at once."""
        kept = timedelta(days=min(self.quick_days, self.loan_days))
        return self.open_from(self.soonest_ready(free) + kept)

    def slowest(self, free: date) -> date:
        """When it is free again if the next patron takes all the time there is.

        It is lent on the last day on which it can be fetched, and nobody renews what others
        wait for (rule N3).
        """
        until = self.calendar.opening_day_after(self.latest_ready(free), self.hold_opening_days)
        return self.open_from(until + timedelta(days=self.loan_days))

    def soonest_ready(self, free: date) -> date:
        return self.open_from(free + timedelta(days=self.fewest_transport_days))

    def latest_ready(self, free: date) -> date:
        return self.open_from(free + timedelta(days=self.most_transport_days))

    def open_from(self, day: date) -> date:
        """The day itself, or the next on which the branch is open."""
        return day if self.calendar.is_open(day) else self.calendar.opening_day_after(day, 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The method: from what the range was counted."""

    copies: int
    ahead: int  # at most
    loan_days: int
    hold_opening_days: int
    transport_days: int  # at most
    not_counted: int = 0  # copies that are missing, or overdue for long


@dataclass(frozen=True, slots=True)
class Waiting:
    """The range as it was counted on a day, or why none can be said."""

    told_on: date
    counted: Counted
    earliest: date | None = None
    latest: date | None = None  # None: beyond the horizon
    why_unsaid: WhyUnsaid | None = None

    @property
    def days(self) -> tuple[int, int | None] | None:
        """From and to, in days from the one on which it was counted; None where nobody knows."""
        if self.earliest is None:
            return None
        latest = None if self.latest is None else (self.latest - self.told_on).days
        return (self.earliest - self.told_on).days, latest


def waiting(
    copies: Iterable[Copy], ahead: Ahead, pace: Pace, today: date, not_counted: int = 0
) -> Waiting:
    """Let the copies come round to all who are ahead, once quickly and once slowly."""
    there = tuple(copies)
    counted = Counted(
        copies=len(there),
        ahead=ahead.most,
        loan_days=pace.loan_days,
        hold_opening_days=pace.hold_opening_days,
        transport_days=pace.most_transport_days,
        not_counted=not_counted,
    )
    if not there:
        return Waiting(today, counted, why_unsaid=WhyUnsaid.NO_COPY)
    end = today + HORIZON
    first = _my_turn((each.earliest for each in there), ahead.fewest, pace.quickest, end)
    last = _my_turn((each.latest for each in there), ahead.most, pace.slowest, end)
    if first is None:
        return Waiting(today, counted, why_unsaid=WhyUnsaid.TOO_LONG)
    latest = None if last is None else pace.latest_ready(last)
    return Waiting(today, counted, pace.soonest_ready(first), latest)


def _my_turn(
    free: Iterable[date], ahead: int, goes_round: Callable[[date], date], end: date
) -> date | None:
    """The day on which a copy is free once everybody ahead had one; None after the end.

    Whoever is next takes the copy that is free first.
    """
    days = list(free)
    heapify(days)
    for _ in range(ahead):
        if days[0] > end:
            return None
        heapreplace(days, goes_round(days[0]))
    return days[0] if days[0] <= end else None
