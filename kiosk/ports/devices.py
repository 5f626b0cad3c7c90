"""What lies on the desk: readers, scanners, printers."""

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.devices import Health
from kiosk.domain.my_number import BasicFour, CardSecret, CardSignature
from kiosk.domain.patrons import MyNumberProof
from kiosk.domain.slips import Slip
from kiosk.events import Event


class CardReader(Protocol):
    """Tells of IC cards, from a thread of its own.

    Says MyNumberCardPresented, IcCardPresented, IcCardRemoved, UnknownCodeScanned and
    HealthChanged.
    """

    def start(self, say: Callable[[Event], None]) -> None: ...

    def stop(self) -> None: ...


class MyNumberCard(Protocol):
    """The dialogues with the card on the reader. The guard of its secrets cannot be turned off.

    Raises, each of them: CardGone, CardSilent, NotMyNumberCard, TwoCards, DeviceGone. Those that
    take a secret raise PinWrong, PinLocked and LastTryKept too.
    """

    def tries_left(self, secret: CardSecret = CardSecret.SIGN_IN) -> int:
        """0 to 3, or to 5 for signing; costs nothing.

        Raises SigningCertificateMissing.
        """
        ...

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        """Raises PinNotFourDigits, CertificateNotAccepted."""
        ...

    def basic_four(self, pin: str) -> BasicFour:
        """The PIN is that of CardSecret.ITEMS: never try the other one for it unasked.

        Raises PinNotFourDigits, CardNotUnderstood.
        """
        ...

    def sign(self, password: str, document: bytes) -> CardSignature:
        """Hashed here, signed by the card; small letters of the password are taken for capitals.

        Raises SigningPasswordMalformed, SigningCertificateMissing, CertificateNotAccepted.
        """
        ...


class BarcodeScanner(Protocol):
    """Tells of every code read, as it was read, from a thread of its own."""

    def start(self, on_code: Callable[[str], None]) -> None: ...

    def stop(self) -> None: ...

    def health(self) -> Health: ...


class SlipPrinter(Protocol):
    def print(self, slip: Slip) -> None:
        """Raises NotPrinted, DeviceGone; returns when it came out whole, as far as can be known."""
        ...

    def finish(self, limit_s: float) -> None:
        """Let a slip that is coming out come out, before the process ends."""
        ...

    def health(self) -> Health: ...
