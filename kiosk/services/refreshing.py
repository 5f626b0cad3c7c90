"""Keeps the kiosk's copy of the catalogue fresh, from a thread of its own."""

import logging
import threading
import time
from collections.abc import Callable

from kiosk.domain.errors import LibraryError
from kiosk.services.records_source import RecordsSource
from kiosk.services.replica import Replica

log = logging.getLogger(__name__)

EVERY_S = 15.0
AGAIN_S = 1.0  # after a failure, and while the copy is still empty


class Refreshing:
    """Asks for changes again and again; says when there were any."""

    def __init__(
        self, replica: Replica, source: RecordsSource, on_change: Callable[[], None]
    ) -> None:
        self._replica = replica
        self._source = source
        self._on_change = on_change
        self._fresh_at: float | None = None
        self._woken = threading.Event()
        self._stopped = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, name="refreshing", daemon=True).start()

    def wake(self) -> None:
        """Ask now: the line is back."""
        self._woken.set()

    def stop(self) -> None:
        self._stopped.set()
        self._woken.set()

    def age_s(self) -> int | None:
        """Since the copy was last as fresh as the service; None: not yet, in this process."""
        return None if self._fresh_at is None else int(time.monotonic() - self._fresh_at)

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._woken.wait(EVERY_S if self._refresh() else AGAIN_S)
            self._woken.clear()

    def _refresh(self) -> bool:
        """True where the service answered and the copy is as fresh as it."""
        try:
            has_changed = self._replica.refresh(self._source)
        except LibraryError as error:
            log.info("the catalogue was not refreshed: %s", error)
            return False
        self._fresh_at = time.monotonic()
        if has_changed and not self._stopped.is_set():
            self._on_change()
        return True
