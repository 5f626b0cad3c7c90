"""What lies on the desk: readers, scanners, printers."""

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.devices import Health
from kiosk.domain.patrons import MyNumberProof
from kiosk.domain.slips import Slip
from kiosk.events import Event


class CardReader(Protocol):
    """Tells of IC cards, from a thread of its own.

    Says MyNumberCardPresented, IcCardRemoved, UnknownCodeScanned and HealthChanged.
    """

    def start(self, say: Callable[[Event], None]) -> None: ...

    def stop(self) -> None: ...


class MyNumberCard(Protocol):
    """The dialogue with the card on the reader. The PIN guard cannot be turned off.

    Raises, each of them: CardGone, NotMyNumberCard, TwoCards, DeviceGone.
    """

    def tries_left(self) -> int:
        """0 to 3; costs nothing."""
        ...

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        """Raises PinWrong, PinLocked, LastTryKept, PinNotFourDigits."""
        ...


class BarcodeScanner(Protocol):
    """Tells of every code read, as it was read, from a thread of its own."""

    def start(self, on_code: Callable[[str], None]) -> None: ...

    def stop(self) -> None: ...

    def health(self) -> Health: ...


class SlipPrinter(Protocol):
    def print(self, slip: Slip) -> None:
        """Raises PaperOut, DeviceGone."""
        ...

    def health(self) -> Health: ...
