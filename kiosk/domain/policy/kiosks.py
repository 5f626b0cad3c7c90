"""How kiosks are let in, and when somebody should look after one."""

from dataclasses import dataclass
from typing import Annotated

from kiosk.domain.bounds import Between


@dataclass(frozen=True, slots=True)
class KioskPolicy:
    """Of kiosks that were enrolled; one beside the service keeps its key."""

    key_days: Annotated[int, Between(1, 365)] = 30  # then the kiosk is told to change it
    code_tries: Annotated[int, Between(1, 20)] = 5
    silent_minutes: Annotated[int, Between(2, 1440)] = 5
