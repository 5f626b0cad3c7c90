"""Who may register from afar, and what the library promises to who does."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from kiosk.domain.bounds import Between


@dataclass(frozen=True, slots=True)
class RegistrationPolicy:
    """Rules O1 to O10; not offered where the library says nothing of it."""

    is_offered: bool = False
    prefecture: str = ""  # lives, works or studies there (O1)
    neighbours: tuple[str, ...] = ()  # whose residents are sent to the counter (O1)
    renewal_months_left: Annotated[int, Between(0, 12)] = 1  # strictly less than this is left (O2)
    signature_from_age: Annotated[int, Between(0, 20)] = 15  # national rule (O3)
    weekday_opening_days: Annotated[int, Between(1, 60)] = 3  # until it is done (O5)
    contacts_before_cancelling: Annotated[int, Between(1, 20)] = 3  # unanswered ones (O7)
    kept_days: Annotated[int, Between(1, 3650)] = 90  # of an application that is done with (O9)
    first_day: date | None = None  # of a trial, itself included; None: it began long ago (O10)
    last_day: date | None = None  # itself included; None: without end

    def is_open_on(self, day: date) -> bool:
        """Whether one can apply on this day, in the library's local time."""
        has_begun = self.first_day is None or day >= self.first_day
        is_over = self.last_day is not None and day > self.last_day
        return self.is_offered and has_begun and not is_over
