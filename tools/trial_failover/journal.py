"""What the simulated kiosks were told, call by call."""

import threading
from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    RESERVE = "reserve"
    CANCEL = "cancel"
    READ = "read"
    READ_REPLICA = "read at a replica's port"
    WRITE_DIRECTLY = "write to the old leader itself"


ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Told:
    """One call of a kiosk, with the tries that its client makes by itself.

    Args:
        at_s: when it was told, on the clock that only goes forward.
        deed: what it asked for.
        id: the reservation's.
        outcome: ANSWERED, or the error's name.
        tries: requests sent under this id until now.
        is_first_answer_again: the service had placed it before, and says so.
    """

    at_s: float
    deed: Deed
    id: str
    outcome: str
    tries: int = 1
    is_first_answer_again: bool = False


class Journal:
    """Written by many threads."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._lock = threading.Lock()

    def write(self, told: Told) -> None:
        with self._lock:
            self._told.append(told)

    def read(self) -> tuple[Told, ...]:
        with self._lock:
            return tuple(self._told)
