"""What a service needs that lets phones ring."""

from typing import Protocol

from kiosk.central.notices.handed import Handed


class Caller(Protocol):
    """Makes one call at a time, and raises nothing that it foresees."""

    def ring(self, number: str, ring_s: float) -> Handed:
        """Let the phone ring for so long, then hang up; at once if somebody answers."""
        ...
