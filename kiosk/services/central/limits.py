"""How long the kiosk waits for the central service, and how often it asks again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineLimits:
    connect_s: float = 1.0
    read_s: float = 5.0  # between two pieces of an answer
    whole_s: float = 15.0  # one answer from first to last byte
    largest_bytes: int = 64 * 1024 * 1024  # of one answer
    tries: int = 4  # of what is safe to repeat
    first_pause_s: float = 0.2  # between two tries; doubles each time
    retry_within_s: float = 3.0  # no new try begins later: a patron waits
