"""Delivers notices and letters beside the service while it answers, within seconds."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.central.notices.delivering import Deliveries
from kiosk.central.notices.presence import ALIVE
from kiosk.central.service import Service
from kiosk.domain.errors import LibraryError, StorageBusy, StorageFull

log = logging.getLogger(__name__)

EVERY_S = 2.0
ALIVE_EVERY_S = ALIVE.total_seconds() / 4


@contextmanager
def delivering(service: Service, *, every_s: float = EVERY_S) -> Iterator[None]:
    """Deliver in a thread of its own until the block is left; what is in hand is waited for."""
    ended = threading.Event()
    deliveries = service.notices.deliveries()
    words = (deliveries, every_s, ended)
    carrier = threading.Thread(target=_keep, args=words, name="notices", daemon=True)
    alive = threading.Thread(target=_live, args=(deliveries, ended), name="alive", daemon=True)
    carrier.start()
    alive.start()
    try:
        yield
    finally:
        ended.set()
        carrier.join()
        alive.join()
        _end(deliveries)


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
        except (StorageBusy, StorageFull) as error:  # every call says so; nothing is lost here
            log.info("deliveries wait for the storage", extra={"told": {"error": str(error)}})
        except Exception:  # the net under this thread: the next round still runs
            log.exception("a round of deliveries failed")
        ended.wait(every_s)


def _live(deliveries: Deliveries, ended: threading.Event) -> None:
    """Tell the other processes that this one is alive, however long a delivery takes."""
    while not ended.wait(ALIVE_EVERY_S):
        try:
            deliveries.presence.tell()
        except LibraryError:  # told again with the next delivery, or by the next turn
            log.warning("the others are not told that this process is alive")


def _end(deliveries: Deliveries) -> None:
    """Where the others are not told, they see it when nothing is heard of this process."""
    try:
        deliveries.end()
    except LibraryError:
        log.warning("the others are not told that this process ends")
