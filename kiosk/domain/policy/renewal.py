"""Whether a loan may be kept longer, from which day on, and until when."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Annotated

from kiosk.domain.bounds import Between
from kiosk.domain.loans import WhyNotRenewable
from kiosk.domain.policy.days import Days
from kiosk.domain.titles import Material


class CountedFrom(StrEnum):
    """From which date an overdue loan's new days count."""

    DUE = "due"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Lent:
    """What is known of a loan when its renewal is judged."""

    material: Material
    shelf_mark: str
    due_on: date
    renewals: int = 0
    is_reserved: bool = False  # by somebody else, who still waits


@dataclass(frozen=True, slots=True)
class RenewalTerms:
    """The answer, as `loans.Loan` carries it."""

    renewable_from: date | None = None  # None where it never will be
    renewed_until: date | None = None  # None where it can't be renewed now
    why_not: WhyNotRenewable | None = None
    day: date | None = None  # that a refusal names: the first, or that of return unless it is over


_NEVER = {
    WhyNotRenewable.KIND_NOT_RENEWABLE,
    WhyNotRenewable.RENEWED_ALREADY,
    WhyNotRenewable.OVERDUE,
}


@dataclass(frozen=True, slots=True)
class RenewalPolicy:
    """Rules N2 and N3."""

    times: Annotated[int, Between(0, 10)] = 1  # for each loan
    days: Annotated[int, Between(1, 365)] = 14
    opens_days_before: Days = 0  # before the due day; 0: on the due day itself
    materials_not_renewable: tuple[Material, ...] = (Material.CD, Material.DVD, Material.VIDEO)
    shelf_marks_not_renewable: tuple[str, ...] = ()  # patterns with ? and *
    overdue_is_renewable: bool = True
    overdue_counts_from: CountedFrom = CountedFrom.DUE

    def terms(self, lent: Lent, today: date) -> RenewalTerms:
        why_not = self._why_not(lent, today)
        is_early = why_not is WhyNotRenewable.NOT_YET
        return_by = lent.due_on if lent.due_on >= today else None
        return RenewalTerms(
            renewable_from=None if why_not in _NEVER else self._opens_on(lent),
            renewed_until=None if why_not else self._until(lent, today),
            why_not=why_not,
            day=self._opens_on(lent) if is_early else return_by,
        )

    def _why_not(self, lent: Lent, today: date) -> WhyNotRenewable | None:
        """What lasts is said before what passes."""
        if self._is_excepted(lent):
            return WhyNotRenewable.KIND_NOT_RENEWABLE
        if lent.renewals >= self.times:
            return WhyNotRenewable.RENEWED_ALREADY
        if lent.due_on < today and not self._helps(lent, today):
            return WhyNotRenewable.OVERDUE
        if lent.is_reserved:
            return WhyNotRenewable.RESERVED_BY_OTHERS
        if today < self._opens_on(lent):
            return WhyNotRenewable.NOT_YET
        return None

    def _is_excepted(self, lent: Lent) -> bool:
        return lent.material in self.materials_not_renewable or any(
            fnmatchcase(lent.shelf_mark, pattern) for pattern in self.shelf_marks_not_renewable
        )

    def _helps(self, lent: Lent, today: date) -> bool:
        """Whether an overdue loan may be renewed, and would then no longer be overdue."""
        return self.overdue_is_renewable and self._until(lent, today) >= today

    def _opens_on(self, lent: Lent) -> date:
        return lent.due_on - timedelta(days=self.opens_days_before)

    def _until(self, lent: Lent, today: date) -> date:
        is_overdue = lent.due_on < today
        counts_today = is_overdue and self.overdue_counts_from is CountedFrom.TODAY
        return (today if counts_today else lent.due_on) + timedelta(days=self.days)
