"""Who works here: let in, given a role and a password, and let go."""

from dataclasses import dataclass, field

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.hashing import Hasher
from kiosk.central.clock import Clock
from kiosk.central.staff.guessing import counted_as
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.staff import StaffRow, StaffSessionRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.errors import (
    BranchUnknown,
    LastSupervisor,
    StaffNumberTaken,
    StaffPasswordNotAllowed,
    StaffUnknown,
)
from kiosk.domain.staff import SHORTEST_STAFF_PASSWORD, Role, StaffNumber

MOST_LISTED = 1000
LONGEST_PASSWORD = 200  # so that nobody lets us hash a book


@dataclass(frozen=True, slots=True)
class Colleague:
    number: StaffNumber
    name: str = field(repr=False)
    role: Role
    branch: Branch


class Colleagues:
    """Safe for many threads."""

    def __init__(
        self, database: Database, clock: Clock, hasher: Hasher, attempts: Attempts
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher
        self._attempts = attempts

    def add(self, colleague: Colleague, password: str) -> None:
        """Let somebody in; the branch's id is all of it that counts.

        Raises:
            StaffNumberTaken, StaffPasswordNotAllowed, BranchUnknown.
        """
        password_hash = self._hash(colleague.number, password)
        with self._database.writing() as session:
            if session.get(StaffRow, colleague.number) is not None:
                raise StaffNumberTaken
            if session.get(BranchRow, colleague.branch.id) is None:
                raise BranchUnknown
            session.add(
                StaffRow(
                    number=colleague.number,
                    name=colleague.name,
                    role=colleague.role,
                    branch_id=colleague.branch.id,
                    password_hash=password_hash,
                )
            )

    def all(self) -> tuple[Colleague, ...]:
        """Those who work here, by number."""
        here = (
            select(StaffRow, BranchRow)
            .join(BranchRow, BranchRow.id == StaffRow.branch_id)
            .where(StaffRow.left_at.is_(None))
            .order_by(StaffRow.number)
        )
        with self._database.session() as session:
            rows = session.execute(here.limit(MOST_LISTED))
            return tuple(
                Colleague(row.number, row.name, row.role, branch.to_branch())
                for row, branch in rows
            )

    def let_go(self, number: StaffNumber) -> None:
        """Signs in no more, from now on. Raises StaffUnknown, LastSupervisor."""
        with self._database.writing() as session:
            row = _at_work(session, number)
            if row.role is Role.SUPERVISOR and _supervisors(session) == 1:
                raise LastSupervisor
            row.left_at = self._clock.now()
            _end_sessions(session, number)

    def set_password(self, number: StaffNumber, password: str) -> None:
        """What was open under the old one ends; what was guessed counts no more.

        Raises:
            StaffUnknown, StaffPasswordNotAllowed.
        """
        password_hash = self._hash(number, password)
        with self._database.writing() as session:
            _at_work(session, number).password_hash = password_hash
            _end_sessions(session, number)
        self._attempts.release(counted_as(number))

    def branches(self) -> tuple[Branch, ...]:
        """In the library's order."""
        with self._database.session() as session:
            rows = session.scalars(select(BranchRow).order_by(BranchRow.rank).limit(MOST_LISTED))
            return tuple(row.to_branch() for row in rows)

    def _hash(self, number: StaffNumber, password: str) -> str:
        is_long_enough = SHORTEST_STAFF_PASSWORD <= len(password) <= LONGEST_PASSWORD
        if not is_long_enough or password == number:
            raise StaffPasswordNotAllowed
        return self._hasher.hash(password)


def named(number: str, name: str, role: Role, branch: BranchId) -> Colleague:
    """Somebody who is to be let in, as typed."""
    return Colleague(StaffNumber(number.strip()), name.strip(), role, Branch(branch, ""))


def _at_work(session: Session, number: StaffNumber) -> StaffRow:
    row = session.get(StaffRow, number, with_for_update=True)
    if row is None or row.left_at is not None:
        raise StaffUnknown
    return row


def _supervisors(session: Session) -> int:
    there = select(func.count()).where(StaffRow.role == Role.SUPERVISOR, StaffRow.left_at.is_(None))
    return session.scalars(there).one()


def _end_sessions(session: Session, number: StaffNumber) -> None:
    session.execute(delete(StaffSessionRow).where(StaffSessionRow.staff_number == number))
