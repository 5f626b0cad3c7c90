"""Hears what a device says from its own thread, and waits for it."""

from threading import Condition

from kiosk.events import Event


class Heard:
    def __init__(self) -> None:
        self._events: list[Event] = []
        self._news = Condition()

    def __call__(self, event: Event) -> None:
        with self._news:
            self._events.append(event)
            self._news.notify_all()

    @property
    def events(self) -> list[Event]:
        with self._news:
            return list(self._events)

    def forget(self) -> None:
        with self._news:
            self._events.clear()

    def wait_for(self, event: Event, timeout_s: float = 10) -> None:
        """Until it was said since the last `forget`; far longer than any device needs."""
        with self._news:
            was_said = self._news.wait_for(lambda: event in self._events, timeout_s)
            assert was_said, f"{event} was not said, but {self._events}"
