"""Readers whose cards are held by a process of its own, with a watchdog over each dialogue."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from kiosk.domain.errors import LibraryError
from kiosk.hardware.card_reader import apdu
from kiosk.hardware.card_reader.apdu import Transmit
from kiosk.hardware.card_reader.card_channel import CONNECT, END
from kiosk.hardware.card_reader.card_field import CardField, Sight
from kiosk.hardware.card_reader.card_process import CardProcess

REST_S = 2.0  # after a PIN the account is shown first: a start takes the processor for a moment
SILENT_S = 12.0  # for a whole dialogue; slow cards have taken 3 s for one answer


class WatchedField(CardField):
    """Looks itself, which no card can hinder; whatever talks to a card goes to the worker.

    One dialogue at a time: a second one waits for the first to end.
    """

    def __init__(
        self,
        eyes: CardField,
        silent_s: float = SILENT_S,
        new_process: Callable[[], CardProcess] = CardProcess,
    ) -> None:
        self._eyes = eyes
        self._silent_s = silent_s
        self._new_process = new_process
        self._process: CardProcess | None = None
        self._rests_until = 0.0  # of time.monotonic
        self._lock = Lock()

    def look(self) -> Sight:
        """Starts the worker beside, so that it is warm when a card comes."""
        if self._lock.acquire(blocking=False):
            try:
                if time.monotonic() >= self._rests_until:
                    self._warm()
            finally:
                self._lock.release()
        return self._eyes.look()

    def wait(self, seen: Sight, limit_s: float) -> None:
        """No longer than the worker rests: the next look starts it."""
        rests_s = self._rests_until - time.monotonic()
        self._eyes.wait(seen, min(limit_s, rests_s) if rests_s > 0 else limit_s)

    def interrupt(self) -> None:
        """A dialogue that is going on ends as if the reader were gone."""
        self._eyes.interrupt()
        if self._lock.locked():
            self._kill()

    def close(self) -> None:
        """Interrupts, and lets the worker go too."""
        self._kill()
        self._eyes.close()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    @contextmanager
    def connect(self) -> Iterator[Transmit]:
        with self._lock:
            process = self._warm()
            process.wait_until_ready()
            dialogue = _Watched(process, time.monotonic() + self._silent_s)
            dialogue.ask(CONNECT)
            try:
                yield dialogue.transmit
            finally:
                dialogue.end()
                if dialogue.has_heard_secret:
                    process.leave()
                    self._process = None
                    self._rests_until = time.monotonic() + REST_S

    def _warm(self) -> CardProcess:
        if self._process is None or not self._process.is_alive:
            self._process = self._new_process()
        return self._process


class _Watched:
    """The time runs for all of its commands together."""

    def __init__(self, process: CardProcess, ends_at: float) -> None:
        self._process = process
        self._ends_at = ends_at  # of time.monotonic
        self.has_heard_secret = False  # its memory then goes with the worker

    def ask(self, told: bytes) -> bytes:
        return self._process.ask(told, self._ends_at - time.monotonic())

    def transmit(self, command: bytes) -> bytes:
        self.has_heard_secret |= apdu.carries_secret(command)
        return self.ask(command)

    def end(self) -> None:
        """When it returns the card has no power, or its worker is killed."""
        if self._process.is_alive:
            with suppress(LibraryError):
                self.ask(END)
