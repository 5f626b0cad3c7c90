"""How long somebody would wait who reserved a title now."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from kiosk.central.lending.copies import copies_of
from kiosk.central.lending.queue import all_for
from kiosk.central.lending.waiting import waiting_time
from kiosk.central.lending.wants import Want
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.branches import BranchId
from kiosk.domain.policy import Policy
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Times:
    of_title: Waiting
    of_any_edition: Waiting

    @classmethod
    def of(
        cls,
        session: Session,
        policy: Policy,
        title: TitleId,
        quota_group: str,
        here: BranchId | None,
        today: date,
    ) -> "Times":
        """By the opening days of the branch where the patron stands, as it is not chosen yet."""
        branch = session.get(BranchRow, here) if here is not None else None
        closed = branch.to_branch().closed_weekdays if branch is not None else ()
        calendar = policy.calendar.besides(closed)
        work = session.get_one(TitleRow, title).work
        others = all_for(session, title)
        copies = copies_of(session, policy, {title}, {work} - {""})
        of_title, of_any = (
            waiting_time(
                policy, calendar, Want(title, work, is_any, quota_group), others, copies, today
            )
            for is_any in (False, True)
        )
        return cls(of_title, of_any)
