"""Says how often each job is done, and does them beside the service while it answers."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from typing import Any

from kiosk.central.jobs.backups import back_up, erase_backups
from kiosk.central.jobs.calls import erase_calls
from kiosk.central.jobs.cancelled import erase_cancelled
from kiosk.central.jobs.card_changes import erase_card_changes
from kiosk.central.jobs.certificates import tell_certificates
from kiosk.central.jobs.forgetting import erase_ended, erase_returned, forget_erased
from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.jobs.letters import erase_letters
from kiosk.central.jobs.looks import erase_looks
from kiosk.central.jobs.net import look
from kiosk.central.jobs.queue import erase_queue_changes
from kiosk.central.jobs.recurring import Recurring
from kiosk.central.jobs.refusals import erase_refusals
from kiosk.central.jobs.sign_ins import erase_sign_ins
from kiosk.central.service import Service
from kiosk.central.storage.lease import Leases

log = logging.getLogger(__name__)

FIRST_AFTER_S = 300.0  # the minutes after a start belong to the patrons who waited for it
LOOKED_EVERY = timedelta(seconds=20)  # whether something is due, or its holder is gone
IN_THE_MORNING = time(9, 0)  # where the library is: nobody is woken by an e-mail
AT_NIGHT = time(3, 0)  # where the library is: nobody reads or writes

_TEN_MINUTES, _HOUR, _DAY = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)
TIMETABLE = (
    Recurring(erase_sign_ins, _TEN_MINUTES),
    Recurring(expire_reservations, _TEN_MINUTES),
    Recurring(erase_cancelled, _HOUR),
    Recurring(erase_letters, _DAY),
    Recurring(erase_refusals, _HOUR),
    Recurring(erase_ended, _HOUR),
    Recurring(erase_returned, _HOUR),
    Recurring(forget_erased, _TEN_MINUTES),
    Recurring(erase_calls, _HOUR),
    Recurring(erase_looks, _HOUR),
    Recurring(erase_card_changes, _HOUR),
    Recurring(tell_certificates, _DAY, at=IN_THE_MORNING),
    Recurring(erase_queue_changes, _HOUR),
    Recurring(erase_backups, _HOUR, on_each_host=True),
    Recurring(back_up, _DAY, at=AT_NIGHT, is_long=True),
)


@contextmanager
def recurring(
    service: Service,
    timetable: tuple[Recurring, ...] = TIMETABLE,
    *,
    first_after_s: float = FIRST_AFTER_S,
    leases: Leases | None = None,
) -> Iterator[None]:
    """Do the jobs, one after the other, in threads of their own until the block is left.

    Other processes on the same database do so too: each time one of them does a job. One that
    has begun is waited for.
    """
    ended = threading.Event()
    words = (service, timetable, leases or Leases(service.database), first_after_s, ended)
    keeper = threading.Thread(target=_keep, args=words, name="jobs", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()


def _keep(
    service: Service,
    timetable: tuple[Recurring, ...],
    leases: Leases,
    first_after_s: float,
    ended: threading.Event,
) -> None:
    if ended.wait(first_after_s):
        return
    try:
        scheduler = _scheduler(service, timetable, leases)
        scheduler.start()
        ended.wait()
        scheduler.shutdown()
    except Exception:  # without its jobs the service still serves
        log.exception("no job can be done")


def _scheduler(service: Service, timetable: tuple[Recurring, ...], leases: Leases) -> Any:
    """Looks at once, then again and again, whether a job is due; the database says so."""
    # Its import takes a tenth of a second, for which nobody shall wait when the service starts.
    from apscheduler.executors.pool import ThreadPoolExecutor  # noqa: PLC0415
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415
    from apscheduler.triggers.interval import IntervalTrigger  # noqa: PLC0415

    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # what is done, the net tells
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1), "long": ThreadPoolExecutor(1)},
        # However late a look is, because the machine slept: the table says what is due.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for each in timetable:
        pause_s = min(each.every, LOOKED_EVERY).total_seconds()
        scheduler.add_job(
            look,
            IntervalTrigger(seconds=max(1, round(pause_s)), timezone=UTC),
            args=(each, service, leases),
            name=each.job.__name__,
            executor="long" if each.is_long else "default",
            next_run_time=datetime.now(UTC),
        )
    return scheduler
