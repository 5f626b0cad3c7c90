"""Delivers notices and letters beside the service while it answers, within seconds."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.central.notices.delivering import Deliveries
from kiosk.central.service import Service

log = logging.getLogger(__name__)

EVERY_S = 2.0


@contextmanager
def delivering(service: Service, *, every_s: float = EVERY_S) -> Iterator[None]:
    """Deliver in a thread of its own until the block is left; what is in hand is waited for."""
    ended = threading.Event()
    words = (service.notices.deliveries(), every_s, ended)
    carrier = threading.Thread(target=_keep, args=words, name="notices", daemon=True)
    carrier.start()
    try:
        yield
    finally:
        ended.set()
        carrier.join()


def _keep(deliveries: Deliveries, every_s: float, ended: threading.Event) -> None:
    has_started = False
    while not ended.is_set():
        try:
            if not has_started:
                count = deliveries.start()
                log.info("began to deliver", extra={"told": {"uncertain": count}})
                has_started = True
            for _ in deliveries.round():
                if ended.is_set():
                    break
        except Exception:  # the net under this thread: the next round still runs
            log.exception("a round of deliveries failed")
        ended.wait(every_s)
