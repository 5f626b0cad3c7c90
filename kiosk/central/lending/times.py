"""How long somebody would wait who reserved a title now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.central.lending.queue import Others
from kiosk.central.lending.reservable import Reservable
from kiosk.central.lending.waiting import waiting_time
from kiosk.central.tables.branches import BranchRow
from kiosk.domain.policy import Policy
from kiosk.domain.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Times:
    of_title: Waiting
    of_any_edition: Waiting

    @classmethod
    def of(
        cls,
        policy: Policy,
        subject: Reservable,
        others: Sequence[Others],
        here: BranchRow | None,
        today: date,
    ) -> "Times":
        """By the opening days of the branch where the patron stands, as it is not chosen yet."""
        closed = here.to_branch().closed_weekdays if here is not None else ()
        calendar = policy.calendar.besides(closed)
        of_title, of_any = (
            waiting_time(
                policy, calendar, subject.want(any_edition=is_any), others, subject.copies, today
            )
            for is_any in (False, True)
        )
        return cls(of_title, of_any)
