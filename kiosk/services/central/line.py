"""Watches the line to the central service and says when it goes and comes."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.errors import LibraryError, LineLost
from kiosk.events import Event, HealthChanged, LineCameBack, LineWentDown
from kiosk.services.central.http import CentralHttp

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often the service is asked whether it is there."""

    when_up_s: float = 5.0
    when_down_s: float = 1.0
    failures: int = 2  # in a row, before the line is said to be down
    first_failures: int = 2  # the same, while the service has never answered yet


class LineWatch:
    """Asks from a thread of its own; nothing is said after `stop`."""

    def __init__(
        self, http: CentralHttp, say: Callable[[Event], None], rhythm: Rhythm = Rhythm()
    ) -> None:
        self._http = http
        self._say = say
        self._rhythm = rhythm
        self._stopped = threading.Event()
        self._saying = threading.RLock()  # whoever hears may stop us
        self._failures = 0
        self._is_up: bool | None = None  # None: not known yet
        self._why = ""

    def start(self) -> None:
        threading.Thread(target=self._run, name="line-watch", daemon=True).start()

    def stop(self) -> None:
        """At once: an answer that is still awaited is not heard."""
        with self._saying:
            self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.look()
            is_calm = self._is_up and not self._failures
            self._stopped.wait(self._rhythm.when_up_s if is_calm else self._rhythm.when_down_s)

    def look(self) -> None:
        """Ask once, and say what has changed."""
        try:
            self._http.reach()
        except LibraryError as error:
            self._failed(error)
        else:
            self._answered()

    def _answered(self) -> None:
        was_up, self._is_up, self._failures = self._is_up, True, 0
        if was_up is False:
            self._tell(LineCameBack())
        if not was_up:
            self._tell(HealthChanged(Health(Device.LINE, Condition.READY)))

    def _failed(self, error: LibraryError) -> None:
        self._failures += 1
        rhythm = self._rhythm
        patience = rhythm.first_failures if self._is_up is None else rhythm.failures
        if self._is_up is False or self._failures < patience:
            return
        self._is_up = False
        why = "no_answer" if isinstance(error, LineLost) else "service_broken"
        self._tell(LineWentDown())
        self._tell(HealthChanged(Health(Device.LINE, Condition.GONE, why)))

    def _tell(self, event: Event) -> None:
        log.info("%s", type(event).__name__)
        with self._saying:
            if not self._stopped.is_set():
                self._say(event)
