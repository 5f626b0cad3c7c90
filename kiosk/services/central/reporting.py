"""Says every minute how this kiosk is, and changes its key when the service asks for it."""

import logging
import threading
from collections.abc import Callable

from kiosk.domain.errors import LibraryError
from kiosk.domain.kiosks import KioskReport
from kiosk.services.central.http import CentralHttp
from kiosk.wire.kiosks import ReportAnswer, ReportRequest

log = logging.getLogger(__name__)

EVERY_S = 60.0


class Reporting:
    """A thread of its own; what is not answered is said anew a minute later."""

    def __init__(
        self,
        http: CentralHttp,
        look: Callable[[], KioskReport],
        change_key: Callable[[], object],
        every_s: float = EVERY_S,
    ) -> None:
        self._http = http
        self._look = look
        self._change_key = change_key
        self._every_s = every_s
        self._stopped = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, name="reporting", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def report(self) -> None:
        """Say it once; raises nothing that was foreseen."""
        try:
            said = ReportRequest.of(self._look())
            if self._http.put("/kiosk/report", said, ReportAnswer).change_key:
                self._change_key()
        except (LibraryError, OSError) as error:
            log.warning("the kiosk could not report: %s", type(error).__name__)

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.report()
            self._stopped.wait(self._every_s)
