"""A My Number card at the simulated desk, guarded as a real one."""

from datetime import date

from kiosk.domain.errors import (
    CardGone,
    LastTryKept,
    PinLocked,
    PinNotFourDigits,
    PinWrong,
    SigningPasswordMalformed,
)
from kiosk.domain.my_number import BasicFour, CardSecret, CardSignature, Sex
from kiosk.domain.patrons import MyNumberProof
from kiosk.services.simulated.accounts import signed
from kiosk.services.simulated.patrons import CERTIFICATE
from kiosk.services.simulated.trouble import Breakable

PIN = "1234"
SIGNING_PASSWORD = "ABC123"  # noqa: S105 - of a card that is none
HOLDER = BasicFour("港　花子", "東京都みなと市1丁目2番3号", date(1988, 4, 5), Sex.FEMALE)
_SIGNING_LENGTHS = range(6, 17)


class SimulatedMyNumberCard(Breakable):
    """A card on the reader: the last try of each secret is never spent."""

    def __init__(self, pin: str = PIN, certificate: bytes = CERTIFICATE, tries: int = 3) -> None:
        super().__init__()
        self._certificate = certificate
        self._texts = {
            CardSecret.SIGN_IN: pin,
            CardSecret.ITEMS: pin,
            CardSecret.SIGNING: SIGNING_PASSWORD,
        }
        self._tries = {CardSecret.SIGN_IN: tries, CardSecret.ITEMS: 3, CardSecret.SIGNING: 5}
        self._is_there = True

    def tries_left(self, secret: CardSecret = CardSecret.SIGN_IN) -> int:
        self._look()
        return self._tries[secret]

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        self._open(CardSecret.SIGN_IN, pin)
        return MyNumberProof(self._certificate, signed(challenge), challenge)

    def basic_four(self, pin: str) -> BasicFour:
        self._open(CardSecret.ITEMS, pin)
        return HOLDER

    def sign(self, password: str, document: bytes) -> CardSignature:
        self._open(CardSecret.SIGNING, password.upper())
        return CardSignature(self._certificate, signed(document))

    def taken_away(self) -> None:
        self._is_there = False

    def laid_down(self) -> None:
        self._is_there = True

    def _look(self) -> None:
        self._stumble()
        if not self._is_there:
            raise CardGone

    def _open(self, secret: CardSecret, text: str) -> None:
        self._look()
        _check_form(secret, text)
        if self._tries[secret] == 0:
            raise PinLocked
        if self._tries[secret] == 1:
            raise LastTryKept
        if text != self._texts[secret]:
            self._tries[secret] -= 1
            raise PinWrong(self._tries[secret])


def _check_form(secret: CardSecret, text: str) -> None:
    if secret is CardSecret.SIGNING:
        if len(text) not in _SIGNING_LENGTHS or not (text.isascii() and text.isalnum()):
            raise SigningPasswordMalformed
    elif not (len(text) == len(PIN) and text.isascii() and text.isdigit()):
        raise PinNotFourDigits
