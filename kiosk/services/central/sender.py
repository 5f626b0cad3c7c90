"""Sends what waits in the outbox, again and again, until it is answered."""

import logging
import threading
from contextlib import suppress

from kiosk.domain.errors import KioskDiskFull, LibraryError, LineLost
from kiosk.domain.reservations import Wish
from kiosk.ports import Outbox
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.wishes import Placing, may_be_placed_later
from kiosk.services.file_lock import FileLock

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0


class WishSender:
    """Runs beside the panel and its spare: a lock lets one of them send at a time.

    A refusal that comes after the patron has left is told to them by the service.
    """

    def __init__(
        self,
        http: CentralHttp,
        outbox: Outbox,
        lock: FileLock,
        first_pause_s: float = FIRST_PAUSE_S,
    ) -> None:
        self._http = http
        self._outbox = outbox
        self._lock = lock
        self._first_pause_s = first_pause_s
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, name="wish-sender", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Send now: the line is back."""
        self._woken.set()

    def stop(self) -> None:
        """Begin no further sending; what waits is kept."""
        self._stopped.set()
        self._woken.set()

    def send_waiting(self) -> bool:
        """Try each waiting wish once; True when none is left for later."""
        with self._lock.tried() as is_ours:
            return is_ours and self._send_all()

    def _send_all(self) -> bool:
        is_all_answered = True
        for wish in self._outbox.waiting():
            if self._stopped.is_set():
                return False
            try:
                self._send(wish)
            except LineLost:
                return False
            except LibraryError as error:
                log.warning("reservation %s waits on: %s", wish.id, error)
                is_all_answered = False
        return is_all_answered

    def _send(self, wish: Wish) -> None:
        """Raises what may yet be mended; any other answer is final."""
        try:
            Placing(self._http, self._outbox, wish, has_left=True).place()
        except LibraryError as error:
            if may_be_placed_later(error):
                raise
            log.warning("reservation %s was refused: %s", wish.id, error)
        self._outbox.answered(wish)

    def _run(self) -> None:
        pause_s = self._first_pause_s
        while not self._stopped.is_set():
            is_done = False
            with suppress(KioskDiskFull, OSError):
                is_done = self.send_waiting()
            pause_s = self._first_pause_s if is_done else min(pause_s * 2, LONGEST_PAUSE_S)
            if self._woken.wait(pause_s):
                pause_s = self._first_pause_s
            self._woken.clear()
