"""A card reader that is looked at when something changes, from a thread of its own."""

import logging
import time
from collections.abc import Callable
from threading import Event as Flag
from threading import Thread

from kiosk.events import Event
from kiosk.hardware.card_reader.card_field import CardField, Sight
from kiosk.hardware.card_reader.presence import Presence
from kiosk.ports import CardReader

LOOK_EVERY_S = 1.0  # though nobody tells of a change: a daemon may be dead, or a card worker
REST_S = 0.1  # after a look that was not waited for: never more than ten of them a second
INTERRUPT_EVERY_S = 0.02  # while it stops: one that comes before its wait is lost

_log = logging.getLogger(__name__)


class LookingCardReader(CardReader):
    """Looking ourselves outlives what vendors' monitors do not: the daemon's death and return.

    The field only says when a look is worth it. A field that cannot wait, an error that comes at
    once, a state that changes all the time: they all end in a rest, never in a busy loop.
    """

    def __init__(self, field: CardField) -> None:
        self._field = field
        self._stopped = Flag()
        self._thread: Thread | None = None

    def start(self, say: Callable[[Event], None]) -> None:
        """Raises RuntimeError when it runs already."""
        if self._thread is not None:
            raise RuntimeError("the card reader was started twice")
        self._stopped.clear()
        presence = Presence(self._field, say)
        self._thread = Thread(
            target=self._look_on, args=(presence,), name="card reader", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Nothing is said after it returns; no card, however silent, is waited for."""
        self._stopped.set()
        if self._thread is None:
            return
        while self._thread.is_alive():
            self._field.interrupt()
            self._thread.join(INTERRUPT_EVERY_S)
        self._thread = None
        self._field.close()

    def _look_on(self, presence: Presence) -> None:
        seen: Sight | None = None
        while not self._stopped.is_set():
            began = time.monotonic()
            if seen is not None:
                self._field.wait(seen, LOOK_EVERY_S)
            has_waited = time.monotonic() - began >= REST_S
            if not self._stopped.is_set():
                seen = _look(presence)
            if not has_waited:
                self._stopped.wait(REST_S)


def _look(presence: Presence) -> Sight | None:
    try:
        return presence.look()
    except Exception as error:  # noqa: BLE001 - the thread lives as long as the panel
        _log.error("card reader: %s", type(error).__name__)
        return None
