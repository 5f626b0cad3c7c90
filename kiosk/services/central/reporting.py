"""Says every minute how this kiosk is, and changes its key when the service asks for it."""

import logging
import threading
from collections.abc import Callable

from kiosk.domain.errors import KioskUnknown, LibraryError
from kiosk.domain.kiosks import KioskReport
from kiosk.events import Event, KioskLetIn, KioskShutOut
from kiosk.services.central.http import CentralHttp
from kiosk.wire.kiosks import ReportAnswer, ReportRequest

log = logging.getLogger(__name__)

EVERY_S = 60.0
_SHUT_OUT = (
    "the service refuses this kiosk: it was revoked, or its key is another's; "
    "enrol it anew (see docs/enrolling.md)"
)


class Reporting:
    """A thread of its own; what is not answered is said anew a minute later.

    It is the first to learn that the kiosk was shut out, or let in again, and says so once.
    """

    def __init__(
        self,
        http: CentralHttp,
        look: Callable[[], KioskReport],
        change_key: Callable[[], object],
        say: Callable[[Event], None],
        every_s: float = EVERY_S,
    ) -> None:
        self._http = http
        self._look = look
        self._change_key = change_key
        self._say = say
        self._every_s = every_s
        self._stopped = threading.Event()
        self._saying = threading.RLock()  # whoever hears may stop us
        self._is_shut_out = False

    def start(self) -> None:
        threading.Thread(target=self._run, name="reporting", daemon=True).start()

    def stop(self) -> None:
        """At once: nothing is said to the panel afterwards."""
        with self._saying:
            self._stopped.set()

    def report(self) -> None:
        """Say it once; raises nothing that was foreseen."""
        try:
            said = ReportRequest.of(self._look())
            answer = self._http.put("/kiosk/report", said, ReportAnswer)
            self._found(is_shut_out=False)
            if answer.change_key:
                self._change_key()
        except KioskUnknown:
            self._found(is_shut_out=True)
        except (LibraryError, OSError) as error:
            log.warning("the kiosk could not report: %s", type(error).__name__)

    def _found(self, *, is_shut_out: bool) -> None:
        if is_shut_out == self._is_shut_out:
            return
        self._is_shut_out = is_shut_out
        if is_shut_out:
            log.error(_SHUT_OUT)
        else:
            log.info("the service knows this kiosk again")
        with self._saying:
            if not self._stopped.is_set():
                self._say(KioskShutOut() if is_shut_out else KioskLetIn())

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.report()
            self._stopped.wait(self._every_s)
