"""Codes that a patron gets by e-mail and types at a kiosk."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from kiosk.domain.bounds import Between


@dataclass(frozen=True, slots=True)
class CodePolicy:
    """Rules L5 and L6: how long a code is good, and how many may be asked for."""

    minutes: Annotated[int, Between(5, 1440)] = 30
    tries: Annotated[int, Between(1, 20)] = 5  # of one code
    per_hour: Annotated[int, Between(1, 100)] = 5  # letters to one patron, or for one card

    @property
    def lasts(self) -> timedelta:
        return timedelta(minutes=self.minutes)
