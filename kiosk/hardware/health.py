"""Asks devices how they are, again and again, and says what has changed."""

import threading
from collections.abc import Callable, Sequence

from kiosk.domain.devices import Device, Health
from kiosk.events import Event, HealthChanged

EVERY_S = 2.0


class HealthWatch:
    """For devices that do not tell by themselves, such as printers; a thread of its own."""

    def __init__(self, ask: Sequence[Callable[[], Health]], say: Callable[[Event], None]) -> None:
        self._ask = ask
        self._say = say
        self._known: dict[Device, Health] = {}
        self._stopped = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, name="health-watch", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def look(self) -> None:
        """Ask once."""
        for ask in self._ask:
            health = ask()
            if self._known.get(health.device) != health:
                self._known[health.device] = health
                self._say(HealthChanged(health))

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.look()
            self._stopped.wait(EVERY_S)
