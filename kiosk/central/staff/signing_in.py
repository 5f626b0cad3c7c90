"""Staff sign in with number and password, at the counter of one branch."""

import math
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, select, update

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.hashing import Hasher
from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.clock import Clock
from kiosk.central.staff.guessing import counted_as
from kiosk.central.storage.database import Database
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.staff import StaffRow, StaffSessionRow
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.errors import BranchUnknown, CardClosed, StaffSessionEnded, StaffSignInWrong
from kiosk.domain.policy import CounterPolicy
from kiosk.domain.staff import Role, StaffNumber

COUNTER = "counter"  # for which wrong tries are counted, as for a kiosk
_PROLONG_AFTER = 0.2  # of the idle time: not every page needs to write


@dataclass(frozen=True, slots=True)
class SignedStaff:
    """Who works at this browser."""

    number: StaffNumber
    name: str = field(repr=False)
    role: Role
    branch: Branch
    token: str = field(repr=False)
    open_s: int  # the session is good for, if nothing is done


class StaffSignIn:
    """Safe for many threads."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        hasher: Hasher,
        attempts: Attempts,
        policy: CounterPolicy,
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher
        self._attempts = attempts
        self._policy = policy

    def sign_in(self, number: StaffNumber, password: str, branch: BranchId | None = None) -> str:
        """The token of a new session, at a branch; None: at one's own.

        Raises:
            StaffSignInWrong: also for a number that nobody has.
            CardClosed: as with a patron's card, whatever the password is.
            TriedTooOften, BranchUnknown.
        """
        begun = self._attempts.begin(counted_as(number), COUNTER)
        with self._database.session() as session:
            row = session.get(StaffRow, number)
        works_here = row is not None and row.left_at is None
        password_hash = row.password_hash if row is not None and works_here else None
        is_right = self._hasher.matches(password_hash, password)
        if not begun.is_looked_at:
            raise CardClosed
        if not is_right:
            raise StaffSignInWrong
        assert row is not None, "no password is right for nobody"
        self._attempts.succeeded(begun)
        token = self._open(row, branch or row.branch_id)
        self._hash_anew(row, password)
        return token

    def find(self, token: str, *, is_touched: bool = True) -> SignedStaff:
        """Who the session belongs to; it lasts longer for being used.

        Args:
            token: of the browser.
            is_touched: somebody did something; a page that asks by itself keeps nobody in.

        Raises:
            StaffSessionEnded.
        """
        now = self._clock.now()
        wanted = (
            select(StaffSessionRow, StaffRow, BranchRow)
            .join(StaffRow, StaffRow.number == StaffSessionRow.staff_number)
            .join(BranchRow, BranchRow.id == StaffSessionRow.branch_id)
            .where(StaffSessionRow.token_hash == hash_of(token))
            .where(StaffSessionRow.expires_at > now)
        )
        with self._database.session() as session:
            found = session.execute(wanted).one_or_none()
        if found is None:
            raise StaffSessionEnded
        row, staff, branch = found
        expires_at = self._prolong(row, now) if is_touched else row.expires_at
        open_s = math.ceil((expires_at - now).total_seconds())
        return SignedStaff(staff.number, staff.name, staff.role, branch.to_branch(), token, open_s)

    def end(self, token: str) -> None:
        """End the session; one that is over stays so."""
        ended = delete(StaffSessionRow).where(StaffSessionRow.token_hash == hash_of(token))
        with self._database.writing() as session:
            session.execute(ended)

    def is_right(self, number: StaffNumber, password: str) -> bool:
        """Whether somebody who is signed in knows the password.

        Raises:
            CardClosed, TriedTooOften.
        """
        begun = self._attempts.begin(counted_as(number), COUNTER)
        with self._database.session() as session:
            row = session.get_one(StaffRow, number)
        is_right = self._hasher.matches(row.password_hash, password)
        if not begun.is_looked_at:
            raise CardClosed
        if is_right:
            self._attempts.succeeded(begun)
        return is_right

    def _open(self, staff: StaffRow, branch: BranchId) -> str:
        token, now = new_secret(), self._clock.now()
        row = StaffSessionRow(
            token_hash=hash_of(token),
            staff_number=staff.number,
            branch_id=branch,
            expires_at=now + min(self._policy.idle, self._policy.longest),
            ends_at=now + self._policy.longest,
        )
        with self._database.writing() as session:
            if session.get(BranchRow, branch) is None:
                raise BranchUnknown
            session.execute(delete(StaffSessionRow).where(StaffSessionRow.expires_at <= now))
            session.add(row)
        return token

    def _hash_anew(self, staff: StaffRow, password: str) -> None:
        """Where hashes cost something else now, unless another password was set meanwhile."""
        new = self._hasher.anew(staff.password_hash, password)
        if new is None:
            return
        same = (StaffRow.number == staff.number, StaffRow.password_hash == staff.password_hash)
        with self._database.writing() as session:
            session.execute(update(StaffRow).where(*same).values(password_hash=new))

    def _prolong(self, row: StaffSessionRow, now: datetime) -> datetime:
        """Until when it is good now."""
        expires_at = min(now + self._policy.idle, row.ends_at)
        if expires_at - row.expires_at < self._policy.idle * _PROLONG_AFTER:
            return row.expires_at
        with self._database.writing() as session:
            kept = session.get(StaffSessionRow, row.token_hash)
            if kept is not None:  # signed out meanwhile
                kept.expires_at = expires_at
        return expires_at


def form_token(token: str) -> str:
    """What every form of a session bears: follows from the cookie, which no other site can read."""
    return hash_of(f"form of {token}")
