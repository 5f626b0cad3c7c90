"""Where somebody of the staff is signed in, and how that ends elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.clock import Clock
from kiosk.central.staff.signing_in import SignedStaff
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.staff import StaffSessionRow
from kiosk.domain.policy import CounterPolicy

MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class OpenSession:
    branch: str  # the counter's
    since: datetime  # UTC
    is_this: bool  # at the browser that asks


@dataclass(frozen=True, slots=True)
class OpenSessions:
    """Safe for many threads, and to repeat."""

    database: Database
    clock: Clock
    policy: CounterPolicy

    def of(self, staff: SignedStaff) -> tuple[OpenSession, ...]:
        """The longest one first."""
        here = hash_of(staff.token)
        wanted = (
            select(StaffSessionRow, BranchRow.name)
            .join(BranchRow, BranchRow.id == StaffSessionRow.branch_id)
            .where(StaffSessionRow.staff_number == staff.number)
            .where(StaffSessionRow.expires_at > self.clock.now())
            .order_by(StaffSessionRow.ends_at)
        )
        with self.database.session() as session:
            rows = session.execute(wanted.limit(MOST_LISTED)).all()
        return tuple(
            OpenSession(branch, row.ends_at - self.policy.longest, row.token_hash == here)
            for row, branch in rows
        )

    def end_others(self, staff: SignedStaff) -> None:
        """All but the one at the browser that asks."""
        others = (
            delete(StaffSessionRow)
            .where(StaffSessionRow.staff_number == staff.number)
            .where(StaffSessionRow.token_hash != hash_of(staff.token))
        )
        with self.database.writing() as session:
            session.execute(others)
