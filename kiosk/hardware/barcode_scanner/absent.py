"""A kiosk without a barcode scanner."""

from collections.abc import Callable

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ports import BarcodeScanner


class NoBarcodeScanner(BarcodeScanner):
    """Gone for good, and no trouble."""

    def start(self, on_code: Callable[[str], None]) -> None:
        """Nothing will be read."""

    def stop(self) -> None:
        """Nothing was started."""

    def health(self) -> Health:
        return Health(Device.SCANNER, Condition.GONE, "none_here")
