"""Scanners that are keyboards, each taken for the kiosk alone; the only file that speaks to evdev.

The grab keeps their keys from every other program and from our own text fields. A keyboard
types what is on its keys: Japanese of a QR code does not come through (a serial scanner's does),
and a scanner that is set to another country's keyboard than `layout` types other signs.
"""

import select
from collections.abc import Iterator

import evdev
from evdev import ecodes

from kiosk.hardware.barcode_scanner.input_devices import plugged_keyboards
from kiosk.hardware.barcode_scanner.key_text import KeyText
from kiosk.hardware.barcode_scanner.plugged import Garbled, Line, PluggedBarcodeScanner
from kiosk.hardware.barcode_scanner.plugged_device import path_of
from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings

LINK = "/dev/library/scanner"  # made by the package's udev rules


class EvdevBarcodeScanner(PluggedBarcodeScanner):
    """Any scanner that Linux has under /dev/input; the kiosk's user must be let in by udev."""

    def __init__(self, settings: ScannerSettings) -> None:
        super().__init__(lambda: GrabbedKeyboard(settings), settings)


class GrabbedKeyboard(Line):
    def __init__(self, settings: ScannerSettings) -> None:
        path = path_of(settings, LINK, plugged_keyboards())
        self._device = evdev.InputDevice(path)
        self._layout = settings.layout
        self._text = KeyText(settings.layout)
        try:
            self._device.grab()
        except OSError:
            self._device.close()
            raise

    def read(self, timeout_s: float) -> bytes:
        if not select.select([self._device.fd], [], [], timeout_s)[0]:
            return b""
        return "".join(self._typed()).encode()

    def close(self) -> None:
        """The grab ends with it."""
        self._device.close()

    def _typed(self) -> Iterator[str]:
        for event in self._device.read():
            if event.type == ecodes.EV_SYN and event.code == ecodes.SYN_DROPPED:
                self._text = KeyText(self._layout)  # a Shift may have been let go meanwhile
                raise Garbled
            if event.type == ecodes.EV_KEY:
                yield self._text.take(event.code, event.value)
