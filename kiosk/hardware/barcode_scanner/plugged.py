"""A scanner at the end of a cable: listened to by a thread, pulled out and plugged in again."""

import errno
import logging
from collections.abc import Callable
from contextlib import closing
from threading import Event as Flag
from threading import Thread
from typing import Protocol

from kiosk.domain.devices import Condition, Device, Health
from kiosk.hardware.barcode_scanner.gathering import Gathering
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings
from kiosk.ports import BarcodeScanner

LOOK_AGAIN_S = 0.5  # for a scanner that is not there
STOPS_WITHIN_S = 0.1

_WHY = {
    errno.EACCES: (Condition.DEGRADED, "no_permission"),
    errno.EPERM: (Condition.DEGRADED, "no_permission"),
    errno.EBUSY: (Condition.DEGRADED, "held_by_another_program"),
    errno.EAGAIN: (Condition.DEGRADED, "held_by_another_program"),  # its lock is another's
}
_PULLED_OUT = (Condition.GONE, "not_plugged_in")

_log = logging.getLogger(__name__)


class Garbled(Exception):
    """Something that the scanner sent was lost on the way."""


class Line(Protocol):
    """An open connection to one scanner, for nobody else."""

    def read(self, timeout_s: float) -> bytes:
        """What came meanwhile; empty when nothing did. Keys come as UTF-8.

        Raises:
            OSError: the scanner is no longer there.
            Garbled: what is being read now is not whole.
        """
        ...

    def close(self) -> None: ...


class PluggedBarcodeScanner(BarcodeScanner):
    """Opens the line, and again whenever it was lost, for as long as it is started.

    plug_in: raises OSError, by its errno: not there, not allowed, held by another program.
    """

    def __init__(self, plug_in: Callable[[], Line], settings: ScannerSettings) -> None:
        self._plug_in = plug_in
        self._gap_s = settings.gap_ms / 1000
        self._gathering = Gathering(settings.ending)
        self._stopped = Flag()
        self._thread: Thread | None = None
        self._state = _PULLED_OUT

    def start(self, on_code: Callable[[str], None]) -> None:
        """Raises RuntimeError when it runs already."""
        if self._thread is not None:
            raise RuntimeError("the scanner was started twice")
        self._stopped.clear()
        self._thread = Thread(
            target=self._run, args=(on_code,), name="barcode scanner", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Nothing is said after it returns, and the scanner is free for the next process."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._state = _PULLED_OUT

    def health(self) -> Health:
        return Health(Device.SCANNER, *self._state)

    def _run(self, on_code: Callable[[str], None]) -> None:
        while not self._stopped.is_set():
            try:
                with closing(self._plug_in()) as line:
                    self._state = (Condition.READY, "")
                    self._listen(line, on_code)
            except OSError as error:
                self._state = _WHY.get(error.errno or 0, _PULLED_OUT)
            except Exception as error:  # noqa: BLE001 - the thread lives as long as the panel
                _log.error("barcode scanner: %s", type(error).__name__)
            self._gathering.forget()
            self._stopped.wait(LOOK_AGAIN_S)

    def _listen(self, line: Line, on_code: Callable[[str], None]) -> None:
        while not self._stopped.is_set():
            code = self._gathered(line)
            if code:
                on_code(code)

    def _gathered(self, line: Line) -> str:
        """The code that is whole now; empty while there is none."""
        gathering = self._gathering
        try:
            raw = line.read(STOPS_WITHIN_S if gathering.is_empty else self._gap_s)
        except Garbled:
            gathering.spoil()
            return ""
        if raw:
            gathering.take(raw)
            return gathering.number()
        return "" if gathering.is_empty else gathering.rest()
