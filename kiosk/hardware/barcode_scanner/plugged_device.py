"""A device that is plugged in, as the machine knows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.hardware.barcode_scanner.scanner_settings import ScannerSettings

_VENDOR_AND_PRODUCT = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class PluggedDevice:
    """vendor, product: of USB; None where the device has none."""

    path: str
    name: str
    vendor: int | None = None
    product: int | None = None

    def is_called(self, name: str) -> bool:
        """Whether a technician's name means it: a part of its own, or "05e0:1200"."""
        wanted = name.strip().casefold()
        numbers = _VENDOR_AND_PRODUCT.fullmatch(wanted)
        if numbers is not None:
            return (self.vendor, self.product) == (int(numbers[1], 16), int(numbers[2], 16))
        return wanted in self.name.casefold()


def path_of(scanner: ScannerSettings, link: str, plugged: Iterable[PluggedDevice]) -> str:
    """Where the scanner is now, whatever its path was before.

    link: where udev's rules lead, for a scanner of which nothing is said.

    Raises:
        FileNotFoundError: no device of that name is plugged in.
    """
    if scanner.device or not scanner.name.strip():
        return scanner.device or link
    for device in plugged:
        if device.is_called(scanner.name):
            return device.path
    raise FileNotFoundError
