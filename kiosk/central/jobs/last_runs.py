"""How each job went the last time, for staff, technicians and whoever watches the service."""

from sqlalchemy import select

from kiosk.central.storage.database import Database
from kiosk.central.tables.jobs import JobRow
from kiosk.domain.jobs import LastRun

MOST = 500  # jobs of a library, and of each of its hosts


def last_runs(database: Database) -> tuple[LastRun, ...]:
    """Every job that was ever done, by name; nothing of it is personal."""
    ended = select(JobRow).where(JobRow.ended_at.is_not(None)).order_by(JobRow.name).limit(MOST)
    with database.session() as session:
        return tuple(_run(row) for row in session.scalars(ended))


def failing(database: Database) -> tuple[LastRun, ...]:
    """The jobs that failed again and again: somebody should look after them."""
    return tuple(run for run in last_runs(database) if run.is_failing)


def _run(row: JobRow) -> LastRun:
    assert row.ended_at is not None, "only what has ended is told"
    assert row.outcome is not None, "what has ended has an outcome"
    return LastRun(
        job=row.name,
        ended_at=row.ended_at,
        outcome=row.outcome,
        count=row.count,
        took_ms=row.took_ms,
        failures=row.failures,
        done_at=row.done_at,
    )
