"""Remembers how each device said last that it is, for who reports of the kiosk as a whole."""

from collections.abc import Callable
from threading import Lock

from kiosk.domain.devices import Device, Health
from kiosk.events import Event, HealthChanged


class KnownHealth:
    """Stands between who tells events, from any thread, and who hears them."""

    def __init__(self) -> None:
        self._known: dict[Device, Health] = {}
        self._lock = Lock()

    def noting(self, say: Callable[[Event], None]) -> Callable[[Event], None]:
        def note_and_say(event: Event) -> None:
            if isinstance(event, HealthChanged):
                with self._lock:
                    self._known[event.health.device] = event.health
            say(event)

        return note_and_say

    def devices(self, *asked: Health) -> tuple[Health, ...]:
        """Those that told of themselves, with those that were asked now.

        Not the line: whoever reads the report has it over the line.
        """
        with self._lock:
            known = dict(self._known)
        known.update((health.device, health) for health in asked)
        return tuple(
            known[device] for device in Device if device in known and device != Device.LINE
        )
