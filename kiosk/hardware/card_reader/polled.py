"""A card reader that is looked at ten times a second, from a thread of its own."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from threading import Thread

from kiosk.events import Event
from kiosk.hardware.card_reader.card_field import CardField
from kiosk.hardware.card_reader.presence import Presence
from kiosk.ports import CardReader

LOOK_EVERY_S = 0.1

_log = logging.getLogger(__name__)


class PolledCardReader(CardReader):
    """Looking ourselves outlives what vendors' monitors do not: the daemon's death and return."""

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
        """Nothing is said after it returns."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._field.close()

    def _look_on(self, presence: Presence) -> None:
        while not self._stopped.wait(LOOK_EVERY_S):
            try:
                presence.look()
            except Exception as error:  # noqa: BLE001 - the thread lives as long as the panel
                _log.error("card reader: %s", type(error).__name__)
