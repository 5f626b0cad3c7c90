"""`kiosk devices watch`: opens the devices that are set, and prints what they say."""

import fcntl
import json
import signal
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.device_events import told
from kiosk.commands.telling import REFUSED
from kiosk.domain.devices import Device
from kiosk.events import Event
from kiosk.fitting import staff_door
from kiosk.hardware.health import HealthWatch
from kiosk.hardware.understanding import Understanding
from kiosk.makes import Desk, desk_of
from kiosk.services.clock import SystemClock
from kiosk.settings import Make, Settings

Print = Callable[[str], None]

_HELD = (
    "kiosk: the kiosk runs here and has the devices; end it first: with Ctrl-C, or by a staff "
    "card and “Switch off”"
)
_QT = "kiosk: a scanner of make qt is heard by the panel's window only; watch the others"


def watch_devices(settings: Settings) -> int:
    """Until Ctrl-C or SIGTERM. The exit status: 2 where the panel holds the devices."""
    if is_running(settings.folder):
        print(_HELD, file=sys.stderr, flush=True)
        return REFUSED
    if settings.devices.scanner is Make.QT:
        print(_QT, file=sys.stderr, flush=True)
        return REFUSED
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    watching = Watching(desk_of(settings), settings, lambda line: print(line, flush=True))
    watching.start()
    ended.wait()
    watching.stop()
    return 0


class Watching:
    """Between `start` and `stop` each event of a desk becomes a line."""

    def __init__(self, desk: Desk, settings: Settings, write: Print) -> None:
        self._desk = desk
        self._write = write
        self._lock = threading.Lock()  # each device tells from a thread of its own
        self._health = HealthWatch((desk.printer.health, desk.scanner.health), self._say)
        door = staff_door(settings, SystemClock(settings.zone))
        self._understanding = Understanding(self._say, settings.card, door.is_staff_card)

    def start(self) -> None:
        self._desk.card_reader.start(self._say_of_reader)
        self._desk.scanner.start(self._understanding)
        self._health.start()

    def stop(self) -> None:
        self._health.stop()
        self._desk.card_reader.stop()
        self._desk.scanner.stop()

    def _say(self, event: Event) -> None:
        self._tell(Device.SCANNER, event)

    def _say_of_reader(self, event: Event) -> None:
        self._tell(Device.CARD_READER, event)

    def _tell(self, device: Device, event: Event) -> None:
        line = json.dumps(told(device, event, datetime.now(UTC)), ensure_ascii=False)
        with self._lock:
            self._write(line)


def is_running(folder: Path) -> bool:
    """Whether a kiosk holds the data folder; looked at without making or keeping anything."""
    try:
        with (folder / "kiosk.lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # never started here, or another user's
        return False
    return False
