"""How long items are lent, how many, and how long it is remembered."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated

from kiosk.domain.bounds import Between
from kiosk.domain.policy.days import Days
from kiosk.domain.titles import Material

LoanDays = Annotated[int, Between(1, 365)]


@dataclass(frozen=True, slots=True)
class LoanPolicy:
    """Loans; a returned one is forgotten at once unless the library says otherwise."""

    days: LoanDays = 14
    days_of: dict[Material, LoanDays] = field(default_factory=dict)  # where it differs
    most: Annotated[int, Between(1, 1000)] | None = None  # on loan at once; None: no number
    returned_kept_days: Days = 0  # 0: erased as it is returned

    def due_on(self, lent_on: date, material: Material) -> date:
        return lent_on + timedelta(days=self.days_for(material))

    def days_for(self, material: Material) -> int:
        return self.days_of.get(material, self.days)
