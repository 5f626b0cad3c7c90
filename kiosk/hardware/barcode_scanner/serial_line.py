"""Scanners on a serial line, at a socket or through USB; the only file that speaks to pyserial.

The only kind that reads Japanese from a QR code: a scanner that is a keyboard cannot type it.
"""

import errno
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import serial
from serial.tools import list_ports

from kiosk.hardware.barcode_scanner.plugged import Line, PluggedBarcodeScanner
from kiosk.hardware.barcode_scanner.plugged_device import PluggedDevice, path_of
from kiosk.hardware.barcode_scanner.scanner_settings import Parity, ScannerSettings

LINK = "/dev/library/scanner-serial"  # made by the package's udev rules
LOOK_EVERY_S = 1.0  # whether the path still leads to the port that is open

_PARITIES = {
    Parity.NONE: serial.PARITY_NONE,
    Parity.EVEN: serial.PARITY_EVEN,
    Parity.ODD: serial.PARITY_ODD,
}
_MOST_AT_ONCE = 4096  # bytes: as much as Linux keeps for a line


class SerialBarcodeScanner(PluggedBarcodeScanner):
    def __init__(self, settings: ScannerSettings) -> None:
        super().__init__(lambda: SerialLine(settings), settings)


class SerialLine(Line):
    """One open port; locked, so that another kiosk's process does not take half of the codes.

    A port whose scanner was pulled out stays "open", and its name may soon mean another one:
    errors close it, and now and then the name is looked at.
    """

    def __init__(self, settings: ScannerSettings) -> None:
        self._path = path_of(settings, LINK, plugged_ports())
        try:
            self._port = _opened(self._path, settings)
        except termios.error as error:
            raise OSError(*error.args) from error
        except serial.SerialException as error:
            # Out of the lock pyserial hands a number, out of other places none.
            raise OSError(error.errno or errno.ENODEV, "no port") from error
        self._identity = _identity(self._path)
        self._looked_at = time.monotonic()

    def read(self, timeout_s: float) -> bytes:
        try:
            self._port.timeout = timeout_s
            raw = self._port.read(1)
            if raw:
                return bytes(raw + self._port.read(min(self._port.in_waiting, _MOST_AT_ONCE)))
        except (serial.SerialException, termios.error, TypeError) as error:
            raise OSError(errno.ENODEV, "pulled out") from error
        self._look()
        return b""

    def close(self) -> None:
        self._port.close()

    def _look(self) -> None:
        if time.monotonic() - self._looked_at < LOOK_EVERY_S:
            return
        self._looked_at = time.monotonic()
        if _identity(self._path) != self._identity:
            raise OSError(errno.ENODEV, "another port has its name")


def plugged_ports() -> Iterator[PluggedDevice]:
    """Every serial port of this machine, those of USB with their names."""
    for port in list_ports.comports():
        name = " ".join(part for part in (port.manufacturer, port.product) if part)
        yield PluggedDevice(port.device, name or port.description, port.vid, port.pid)


def _opened(path: str, settings: ScannerSettings) -> serial.Serial:
    return serial.Serial(
        path,
        baudrate=settings.baud,
        bytesize=settings.data_bits,
        parity=_PARITIES[settings.parity],
        stopbits=settings.stop_bits,
        exclusive=True,
    )


def _identity(path: str) -> tuple[int, int]:
    """What the name leads to now; raises FileNotFoundError."""
    state = Path(path).stat()
    return state.st_rdev, state.st_ino
