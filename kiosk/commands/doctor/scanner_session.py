"""`kiosk doctor --scanner` at a terminal: shows a code, waits for it, shows the next."""

import queue
import sys
import threading
from pathlib import Path

from kiosk.commands.doctor.finding import Finding
from kiosk.commands.doctor.scanner_codes import TrialCode, on_terminal, write_pictures
from kiosk.commands.doctor.scanner_trial import ask, assess
from kiosk.makes import desk_of
from kiosk.ports import BarcodeScanner
from kiosk.settings import Make, Settings

_PATIENCE_S = 60.0  # for a technician with a sheet of paper in hand


def try_scanner(settings: Settings, pictures: Path | None) -> list[Finding]:
    """By the make that is set, and by what is typed here: an empty line goes on.

    Raises:
        OSError: the pictures cannot be written.
    """
    heard: queue.Queue[str] = queue.Queue()
    for file in write_pictures(pictures) if pictures else ():
        print(file)
    threading.Thread(target=_hear_typing, args=(heard,), name="typing", daemon=True).start()
    scanner = _real_scanner(settings)
    _say(_who_is_heard(settings.devices.scanner, is_real=scanner is not None))
    if scanner is not None:
        scanner.start(heard.put)
    try:
        return assess(ask(lambda: _next(heard), lambda code: _show(code, pictures), _say))
    finally:
        if scanner is not None:
            scanner.stop()


def _real_scanner(settings: Settings) -> BarcodeScanner | None:
    """None where a scanner can only type into this terminal."""
    if settings.devices.scanner in {Make.EVDEV, Make.SERIAL}:
        return desk_of(settings).scanner
    return None


def _who_is_heard(make: Make, *, is_real: bool) -> str:
    """Else a technician would hold codes before a scanner to which nobody listens."""
    if is_real:
        return f'The scanner of the settings is heard: scanner = "{make}".'
    return (
        f'The settings say scanner = "{make}": heard is only a scanner that types into this '
        'terminal. For another, set "evdev" or "serial" first (README, Settings).'
    )


def _hear_typing(heard: queue.Queue[str]) -> None:
    for line in sys.stdin:
        heard.put(line.strip())


def _next(heard: queue.Queue[str]) -> str | None:
    try:
        return heard.get(timeout=_PATIENCE_S) or None
    except queue.Empty:
        return None


def _show(code: TrialCode, pictures: Path | None) -> None:
    where = f"in {pictures}" if pictures else "here"
    _say(f"\nScan {code.name} {where}; press Enter if it cannot be read.")
    if pictures is None:
        _say(on_terminal(code))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
