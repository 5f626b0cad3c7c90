"""The dialogues with a My Number card: tries, signing in, the basic four, signing a document."""

from kiosk.domain.errors import (
    CardNotUnderstood,
    CertificateNotAccepted,
    LibraryError,
    NotMyNumberCard,
    SigningCertificateMissing,
)
from kiosk.domain.my_number import BasicFour, CardSecret, CardSignature
from kiosk.domain.patrons import MyNumberProof
from kiosk.hardware.card_reader import apdu, guard
from kiosk.hardware.card_reader.basic_four import read_basic_four
from kiosk.hardware.card_reader.card_talk import CardTalk
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD, CardFiles
from kiosk.hardware.card_reader.signing_kinds import SigningKey

_CERTIFICATE_HEAD = 4  # bytes that say its length: 30 82 hh ll
_ITEMS_HEAD = 7  # the same for the basic four: FF20 82 hh ll, and more


class Dialogue:
    """One for each connection, which the caller ends by taking the card's power away.

    Each raises NotMyNumberCard, CardGone, CardSilent, DeviceGone. Those that are given a secret
    send it once and raise PinWrong, PinLocked, VerifyUnanswered; and LastTryKept,
    PinNotFourDigits, SigningPasswordMalformed, for which the card heard nothing.
    """

    def __init__(self, transmit: apdu.Transmit, files: CardFiles = MY_NUMBER_CARD) -> None:
        self._files = files
        self._talk = CardTalk(transmit, files)

    def greet(self) -> None:
        """Raises NotMyNumberCard, or one of its narrower kinds."""
        if not self._talk.knows(self._files.token):
            raise NotMyNumberCard
        token = self._talk.read(0, self._files.token_bytes).rstrip(b"\x00 ")
        if token != self._files.token_text:
            raise self._files.other_tokens.get(token, NotMyNumberCard)

    def tries_left(self, secret: CardSecret = CardSecret.SIGN_IN) -> int:
        """Raises SigningCertificateMissing where there is no such secret."""
        self.greet()
        return self._talk.ask_tries(secret, _missing(secret))

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        """Raises CertificateNotAccepted: there is none on the card, or none that we can read."""
        guard.check_form(pin)
        self.greet()
        self._talk.select(self._files.sign_in.certificate, CertificateNotAccepted)
        certificate = self._talk.read_object(_CERTIFICATE_HEAD, CertificateNotAccepted)
        key = SigningKey.of(certificate)
        self._talk.open(CardSecret.SIGN_IN, pin)
        answer = self._talk.sign(self._files.sign_in.key, key.kind.to_sign(challenge))
        return MyNumberProof(certificate, key.signature(answer), challenge)

    def basic_four(self, pin: str) -> BasicFour:
        """Raises CardNotUnderstood."""
        guard.check_form(pin)
        self.greet()
        self._talk.open(CardSecret.ITEMS, pin)
        self._talk.select(self._files.basic_four, CardNotUnderstood)
        content = self._talk.read_object(_ITEMS_HEAD, CardNotUnderstood)
        return read_basic_four(content, self._files.item_tags)

    def sign(self, password: str, document: bytes) -> CardSignature:
        """Raises SigningCertificateMissing, before the card hears the password."""
        capitals = guard.check_password(password)
        self.greet()
        places = self._files.signing
        self._talk.select(places.certificate, SigningCertificateMissing)
        self._talk.open(CardSecret.SIGNING, capitals)
        self._talk.select(places.certificate)
        certificate = self._talk.read_object(_CERTIFICATE_HEAD, CertificateNotAccepted)
        key = SigningKey.of(certificate)
        answer = self._talk.sign(places.key, key.kind.to_sign(document))
        return CardSignature(certificate, key.signature(answer))


def _missing(secret: CardSecret) -> type[LibraryError]:
    return SigningCertificateMissing if secret is CardSecret.SIGNING else CardNotUnderstood
