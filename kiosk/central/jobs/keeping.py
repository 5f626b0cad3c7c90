"""Renews a lease beside a job that takes long."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.central.storage.lease import Lease, Leases
from kiosk.domain.errors import LibraryError

log = logging.getLogger(__name__)

TIMES = 3  # a lease is renewed before a third of its time is over


@contextmanager
def keeping(leases: Leases, lease: Lease) -> Iterator[None]:
    """Renew the lease until the block is left, or another has it."""
    ended = threading.Event()
    words = (leases, lease, ended)
    keeper = threading.Thread(target=_renew, args=words, name="jobs lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()


def _renew(leases: Leases, lease: Lease, ended: threading.Event) -> None:
    pause_s = leases.held.total_seconds() / TIMES
    while not ended.wait(pause_s):
        try:
            if not leases.renew(lease):
                return
        except LibraryError:  # a database that is busy may answer the next time
            log.warning("a lease is not renewed", extra={"told": {"job": lease.job}})
