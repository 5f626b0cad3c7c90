"""What happened on a simulated day, in counts; nobody is named."""

from collections import Counter
from datetime import date
from enum import StrEnum


class Happening(StrEnum):
    LENT = "lent"
    RETURNED = "returned"
    RESERVED = "reserved"
    CANCELLED = "cancelled"
    COLLECTED = "collected"
    REFUSED = "refused"
    PICKED = "picked"
    SENT = "sent"
    ARRIVED = "arrived"
    READY = "ready"
    EXPIRED = "expired"
    TAKEN_OFF = "taken off"
    MISSING = "missing"
    FOUND = "found"


class Tally:
    """Counts one day."""

    def __init__(self, day: date) -> None:
        self.day = day
        self._counts: Counter[Happening] = Counter()

    def note(self, happening: Happening, times: int = 1) -> None:
        self._counts[happening] += times

    def __getitem__(self, happening: Happening) -> int:
        return self._counts[happening]

    def __str__(self) -> str:
        told = (f"{each} {self._counts[each]}" for each in Happening if self._counts[each])
        return f"{self.day}: {', '.join(told) or 'closed'}"
