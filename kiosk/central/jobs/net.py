"""Lies under every job: writes down what it did, and catches what nobody foresaw."""

import logging
from collections.abc import Callable

from kiosk.central.service import Service

log = logging.getLogger(__name__)

Job = Callable[[Service], int]  # how many rows it changed


def run(job: Job, service: Service) -> None:
    """Do a job once. One that fails is told to the log by the types of its errors, no more."""
    told = {"job": job.__name__}
    try:
        count = job(service)
    except Exception:  # the one net of the jobs: the next one still runs
        log.exception("a job failed", extra={"told": told})
    else:
        log.info("a job is done", extra={"told": {**told, "count": count}})
