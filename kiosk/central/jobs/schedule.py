"""Says how often each job is done, and does them beside the service while it answers."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk.central.jobs.calls import erase_calls
from kiosk.central.jobs.cancelled import erase_cancelled
from kiosk.central.jobs.forgetting import erase_ended, erase_returned, forget_erased
from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.jobs.letters import erase_letters
from kiosk.central.jobs.looks import erase_looks
from kiosk.central.jobs.net import Job, run
from kiosk.central.jobs.sign_ins import erase_sign_ins
from kiosk.central.service import Service

log = logging.getLogger(__name__)

FIRST_AFTER_S = 300.0  # the minutes after a start belong to the patrons who waited for it
LATE_S = 3600  # a job that is later than this, because the machine slept, waits for its next time


@dataclass(frozen=True, slots=True)
class Recurring:
    job: Job
    every: timedelta


TIMETABLE = (
    Recurring(erase_sign_ins, timedelta(minutes=10)),
    Recurring(expire_reservations, timedelta(minutes=10)),
    Recurring(erase_cancelled, timedelta(hours=1)),
    Recurring(erase_letters, timedelta(days=1)),
    Recurring(erase_ended, timedelta(hours=1)),
    Recurring(erase_returned, timedelta(hours=1)),
    Recurring(forget_erased, timedelta(minutes=10)),
    Recurring(erase_calls, timedelta(hours=1)),
    Recurring(erase_looks, timedelta(hours=1)),
)


@contextmanager
def recurring(
    service: Service,
    timetable: tuple[Recurring, ...] = TIMETABLE,
    *,
    first_after_s: float = FIRST_AFTER_S,
) -> Iterator[None]:
    """Do the jobs, one after the other, in threads of their own until the block is left.

    A job that has begun is waited for.
    """
    ended = threading.Event()
    words = (service, timetable, first_after_s, ended)
    keeper = threading.Thread(target=_keep, args=words, name="jobs", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()


def _keep(
    service: Service, timetable: tuple[Recurring, ...], first_after_s: float, ended: threading.Event
) -> None:
    if ended.wait(first_after_s):
        return
    try:
        scheduler = _scheduler(service, timetable)
        scheduler.start()
        ended.wait()
        scheduler.shutdown()
    except Exception:  # without its jobs the service still serves
        log.exception("no job can be done")


def _scheduler(service: Service, timetable: tuple[Recurring, ...]) -> Any:
    """Every job is due at once, then again and again."""
    # Its import takes a tenth of a second, for which nobody shall wait when the service starts.
    from apscheduler.executors.pool import ThreadPoolExecutor  # noqa: PLC0415
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415
    from apscheduler.triggers.interval import IntervalTrigger  # noqa: PLC0415

    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # what is done, the net tells
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": LATE_S},
    )
    for each in timetable:
        scheduler.add_job(
            run,
            IntervalTrigger(seconds=round(each.every.total_seconds()), timezone=UTC),
            args=(each.job, service),
            name=each.job.__name__,
            next_run_time=datetime.now(UTC),
        )
    return scheduler
