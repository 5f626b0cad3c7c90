"""The right to do a job, for one process at a time; it lapses with whoever held it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import insert, or_, select, update
from sqlalchemy.orm import Session

from kiosk.central.storage.database import Database
from kiosk.central.storage.database_time import Time, database_time
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.jobs import JobRow
from kiosk.domain.errors import LibraryError
from kiosk.domain.jobs import JobOutcome

HELD = timedelta(seconds=60)  # unless it is renewed: so long nobody takes over from the dead
_EVER = datetime(2000, 1, 1, tzinfo=UTC)
_WITHOUT_ROWS = {"synchronize_session": False}


class LeaseLost(LibraryError):
    """Another process has taken the job meanwhile; nothing was written."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Args: fence: whoever takes the job later has a higher one."""

    job: str
    fence: int
    began_at: datetime  # the database's time
    is_inherited: bool  # whoever had it before never gave it back


@dataclass(frozen=True, slots=True)
class Run:
    outcome: JobOutcome
    count: int
    took_ms: int


class Leases:
    """One for each process. Safe for many threads."""

    def __init__(
        self, database: Database, time: Time = database_time, *, held: timedelta = HELD
    ) -> None:
        self.database = database
        self.holder = uuid4().hex
        self.held = held
        self._time = time

    def take(self, job: str) -> Lease | None:
        """Take a job that is due and that nobody has; None where there is none such.

        One UPDATE decides: of two who want it at once, one finds it taken.

        Raises:
            StorageBusy, StorageFull, StorageBroken.
        """
        if not self._is_free(job):
            return None
        self._known(job)
        return self._take(job)

    def renew(self, lease: Lease) -> bool:
        """Have it for as long again; False: another has it."""
        with self.database.writing() as session:
            until = self._time(session) + self.held
            return _change(session, lease, held_until=until)

    def guard(self, session: Session, lease: Lease) -> None:
        """Hold the lease to the end of a transaction, so that nobody takes it meanwhile.

        One that lapsed and that nobody took is still ours.

        Raises:
            LeaseLost.
        """
        ours = select(JobRow.fence).where(JobRow.name == lease.job, JobRow.fence == lease.fence)
        if session.scalars(ours.with_for_update(read=True)).first() is None:
            raise LeaseLost

    def give_back(self, lease: Lease) -> bool:
        """Let anybody take it again; False: somebody did."""
        with self.database.writing() as session:
            return _change(session, lease, holder=None, held_until=None)

    def end(self, lease: Lease, run: Run, due_at: datetime) -> bool:
        """Give it back, with what became of it; False: another has it, and nothing is written."""
        was_done = run.outcome is JobOutcome.DONE
        with self.database.writing() as session:
            now = self._time(session)
            return _change(
                session,
                lease,
                holder=None,
                held_until=None,
                due_at=due_at,
                ended_at=now,
                done_at=now if was_done else JobRow.done_at,
                outcome=run.outcome,
                count=run.count,
                took_ms=run.took_ms,
                failures=0 if was_done else JobRow.failures + 1,
            )

    def _is_free(self, job: str) -> bool:
        """Looked at first, so that whoever finds nothing to do writes nothing."""
        with self.database.session() as session:
            row = session.get(JobRow, job)
            return row is None or _is_free(row, self._time(session))

    @decided
    def _known(self, job: str) -> None:
        with self.database.writing() as session:
            if session.get(JobRow, job) is None:
                new = {"name": job, "due_at": _EVER, "fence": 0}
                numbers = {"count": 0, "took_ms": 0, "failures": 0}
                session.execute(insert(JobRow).values(**new, **numbers))

    def _take(self, job: str) -> Lease | None:
        with self.database.writing() as session:
            now = self._time(session)
            before = session.get(JobRow, job, populate_existing=True)
            free = (
                select(JobRow.name)
                .where(JobRow.name == job, JobRow.due_at <= now)
                .where(or_(JobRow.held_until.is_(None), JobRow.held_until <= now))
                .with_for_update(skip_locked=True)  # whoever writes now has it
            )
            taken = (
                update(JobRow)
                .where(JobRow.name == free.scalar_subquery())
                .values(holder=self.holder, held_until=now + self.held, fence=JobRow.fence + 1)
                .returning(JobRow.fence)
            )
            fence = session.execute(taken, execution_options=_WITHOUT_ROWS).scalar()
        if fence is None:
            return None
        return Lease(job, fence, now, is_inherited=before is not None and before.holder is not None)


def _is_free(row: JobRow, now: datetime) -> bool:
    return row.due_at <= now and (row.held_until is None or row.held_until <= now)


def _change(session: Session, lease: Lease, **values: object) -> bool:
    ours = update(JobRow).where(JobRow.name == lease.job, JobRow.fence == lease.fence)
    return session.connection().execute(ours.values(**values)).rowcount == 1
