"""A barcode scanner without a cable."""

from collections.abc import Callable

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ports import BarcodeScanner


class SimulatedBarcodeScanner(BarcodeScanner):
    def __init__(self) -> None:
        self._on_code: Callable[[str], None] | None = None

    def start(self, on_code: Callable[[str], None]) -> None:
        self._on_code = on_code

    def stop(self) -> None:
        self._on_code = None

    def health(self) -> Health:
        return Health(Device.SCANNER, Condition.READY)

    def scan(self, code: str) -> None:
        """Hold a code before the scanner; nothing happens while it is stopped."""
        if self._on_code is not None:
            self._on_code(code)
