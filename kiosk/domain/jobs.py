"""What became of the service's own recurring work; nothing of it concerns a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TOLD_AFTER = 3  # failures in a row: one may be a disk or a line that is busy


class JobOutcome(StrEnum):
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LastRun:
    """How a job went the last time, on whichever host it was done."""

    job: str
    ended_at: datetime
    outcome: JobOutcome
    count: int  # rows or files that it changed; 0 where it failed
    took_ms: int
    failures: int  # in a row; 0 after one that was done
    done_at: datetime | None  # the last time that it did not fail; None: never

    @property
    def is_failing(self) -> bool:
        """Whether somebody should look after it."""
        return self.failures >= TOLD_AFTER
