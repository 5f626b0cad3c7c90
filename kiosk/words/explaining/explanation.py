"""An explanation: what is, then what the patron can do."""

import math
from dataclasses import dataclass

SECONDS_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Explanation:
    what: str  # a sentence; never that the patron is at fault
    then: str  # one or two sentences: what to do instead


def is_short(wait_s: int) -> bool:
    """Whether a wait is said in seconds."""
    return wait_s < SECONDS_A_MINUTE


def minutes_of(wait_s: int) -> int:
    """Whole minutes to wait, at least one."""
    return max(1, math.ceil(wait_s / SECONDS_A_MINUTE))
