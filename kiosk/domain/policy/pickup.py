"""Where a title is handed out, and how long it waits there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count
from typing import Annotated

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.calendar import Calendar
from kiosk.domain.contacts import WhyNot
from kiosk.domain.policy.days import Days
from kiosk.domain.titles import Material


@dataclass(frozen=True, slots=True)
class PickupPolicy:
    """Rule R6: which branches hand out what."""

    audiovisual: tuple[Material, ...] = (Material.CD, Material.DVD, Material.VIDEO)
    no_audiovisual_at: tuple[BranchId, ...] = ()
    days_here: tuple[Days, Days] = (0, 1)  # until it is ready where an item stands, nobody waiting
    days_elsewhere: tuple[Days, Days] = (2, 4)

    def why_not(self, branch: BranchId, material: Material) -> WhyNot | None:
        """Why the branch does not hand out the material; None where it does."""
        if material in self.audiovisual and branch in self.no_audiovisual_at:
            return WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
        return None

    def refusing(self, material: Material) -> tuple[BranchId, ...]:
        """The branches that do not hand out the material."""
        return tuple(at for at in self.no_audiovisual_at if self.why_not(at, material))

    def telling(self, branches: Sequence[Branch]) -> tuple[Branch, ...]:
        """The branches, each with what it does not hand out."""
        return tuple(
            replace(
                branch,
                refuses=tuple(each for each in self.audiovisual if self.why_not(branch.id, each)),
            )
            for branch in branches
        )

    def days(self, *, has_item_there: bool) -> tuple[int, int]:
        return self.days_here if has_item_there else self.days_elsewhere


@dataclass(frozen=True, slots=True)
class HoldShelfPolicy:
    """How long a title that is ready waits for its patron, and where."""

    opening_days: Annotated[int, Between(1, 60)] = 7
    letters: Annotated[str, Matches("[A-Z]+", "letters from A to Z")] = "ABCDEF"
    places: Annotated[int, Between(1, 99)] = 30  # of each letter

    def place(self, taken: Collection[str]) -> str:
        """The first place that is free: "B-07"; a shelf that is full goes on at its end."""
        numbers = chain(
            ((letter, nth) for letter in self.letters for nth in range(1, self.places + 1)),
            ((self.letters[-1], nth) for nth in count(self.places + 1)),
        )
        places = (f"{letter}-{nth:02}" for letter, nth in numbers)
        return next(place for place in places if place not in taken)

    def last_day(self, ready_on: date, calendar: Calendar) -> date:
        """The last day on which it can be fetched; the day after it is ready counts first."""
        return calendar.opening_day_after(ready_on, self.opening_days)
