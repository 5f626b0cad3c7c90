"""Lies under every job: one process does it, writes down how it went, and catches what fails."""

import logging
import time

from kiosk.central.jobs.keeping import keeping
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.service import Service
from kiosk.central.storage.deciding import decided
from kiosk.central.storage.lease import Lease, LeaseLost, Leases, Run
from kiosk.domain.jobs import JobOutcome

log = logging.getLogger(__name__)


def look(each: Recurring, service: Service, leases: Leases) -> bool:
    """Do a job if it is due and nobody else does it; whether it was this process's turn.

    One that fails is told to the log by the types of its errors, no more.
    """
    try:
        lease = leases.take(each.name)
        if lease is None:
            return False
        if lease.is_inherited:
            log.warning("whoever did a job is gone", extra={"told": {"job": each.name}})
        run = _do(each, service, leases, lease)
        has_failed = run.outcome is JobOutcome.FAILED
        zone = service.policy.calendar.zone
        due_at = each.due_after(lease.began_at, zone, has_failed=has_failed)
        if not leases.end(lease, run, due_at):
            log.warning("another has taken a job over", extra={"told": {"job": each.name}})
    except Exception:  # without a database no job is done; it is asked again soon
        log.exception("a job cannot be done", extra={"told": {"job": each.name}})
        return False
    return True


def _do(each: Recurring, service: Service, leases: Leases, lease: Lease) -> Run:
    told: dict[str, object] = {"job": each.job.__name__}
    began = time.monotonic()
    outcome, count = JobOutcome.FAILED, 0
    try:
        with (
            keeping(leases, lease),
            leases.database.guarded(lambda session: leases.guard(session, lease)),
        ):
            count = decided(each.job)(service)
    except LeaseLost:
        log.warning("a job was overtaken", extra={"told": told})
    except Exception:  # the one net of the jobs: the next one still runs
        log.exception("a job failed", extra={"told": told})
    else:
        outcome = JobOutcome.DONE
        log.info("a job is done", extra={"told": {**told, "count": count}})
    return Run(outcome, count, round((time.monotonic() - began) * 1000))
