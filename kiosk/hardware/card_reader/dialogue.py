"""The dialogue with a My Number card: its tries, and a signature for a PIN."""

from hashlib import new as new_hash
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import load_der_x509_certificate

from kiosk.domain.errors import (
    CardGone,
    CertificateNotAccepted,
    LibraryError,
    NotMyNumberCard,
    PinLocked,
    PinWrong,
)
from kiosk.domain.patrons import MyNumberProof
from kiosk.hardware.card_reader import apdu, guard
from kiosk.hardware.card_reader.gate import Gate
from kiosk.hardware.card_reader.my_number_files import MY_NUMBER_CARD, RSA, CardFiles

_HEAD = 4  # bytes of a certificate that say its length: 30 82 hh ll
_LONGEST_CERTIFICATE = 4096  # bytes; those of today have 1,400 to 1,800


class Dialogue:
    """For one connection, which the caller ends by taking the card's power away."""

    def __init__(self, transmit: apdu.Transmit, files: CardFiles = MY_NUMBER_CARD) -> None:
        self._files = files
        self._card = Gate(transmit, files)

    def greet(self) -> None:
        """Raises NotMyNumberCard."""
        if not self._card(apdu.select_application(self._files.application)).is_done:
            raise NotMyNumberCard
        if not self._card(apdu.select_file(self._files.token_file)).is_done:
            raise NotMyNumberCard
        answer = self._card(apdu.read_binary(0, self._files.token_bytes))
        if not answer.is_done or answer.data.rstrip(b"\x00 ") != self._files.token:
            raise NotMyNumberCard

    def tries_left(self) -> int:
        """Raises NotMyNumberCard, CardGone, DeviceGone."""
        self.greet()
        return self._ask_tries()

    def prove(self, pin: str, challenge: bytes) -> MyNumberProof:
        """Send the PIN once, and let the card sign.

        Raises:
            PinNotFourDigits, LastTryKept: the card never heard the PIN.
            PinWrong, PinLocked, NotMyNumberCard, CardGone, DeviceGone.
            CertificateNotAccepted: there is none on the card, or none that we can read.
        """
        guard.check_form(pin)
        self.greet()
        certificate = self._read_certificate()
        key = _public_key(certificate)
        self._open(pin)
        return MyNumberProof(certificate, self._sign(challenge, key.key_size // 8), challenge)

    def _ask_tries(self) -> int:
        self._select(self._files.pin_file)
        tries_left = self._card(apdu.ask_tries()).tries_left
        if tries_left is None:
            raise CardGone
        return tries_left

    def _open(self, pin: str) -> None:
        before = self._ask_tries()
        try:
            answer = self._card(apdu.verify(pin))
        except CardGone:
            self._tell_from_tries(before)
        if answer.is_done and not answer.data:
            return
        if answer.tries_left is None:
            self._tell_from_tries(before)
        _tell_wrong(answer.tries_left)

    def _tell_from_tries(self, before: int) -> NoReturn:
        """The answer to a VERIFY was lost: a try may be spent, and the PIN is not sent again."""
        try:
            now = self._ask_tries()
        except LibraryError:
            raise CardGone from None
        if now < before:
            _tell_wrong(now)
        raise CardGone

    def _sign(self, challenge: bytes, signature_bytes: int) -> bytes:
        self._select(self._files.key_file)
        digest = new_hash(RSA.hash_name, challenge).digest()
        answer = self._card(apdu.sign(RSA.digest_info + digest))
        if not answer.is_done or len(answer.data) != signature_bytes:
            raise CardGone
        return answer.data

    def _read_certificate(self) -> bytes:
        self._select(self._files.certificate_file, CertificateNotAccepted)
        head = self._read(0, _HEAD)
        length = _HEAD + int.from_bytes(head[2:])
        if not head.startswith(b"\x30\x82") or length > _LONGEST_CERTIFICATE:
            raise CertificateNotAccepted
        offsets = range(_HEAD, length, apdu.LONGEST_READ)
        rest = (self._read(at, min(apdu.LONGEST_READ, length - at)) for at in offsets)
        return head + b"".join(rest)

    def _read(self, offset: int, length: int) -> bytes:
        answer = self._card(apdu.read_binary(offset, length))
        if not answer.is_done or len(answer.data) != length:
            raise CardGone
        return answer.data

    def _select(self, file: bytes, unless_there: type[LibraryError] = CardGone) -> None:
        answer = self._card(apdu.select_file(file))
        if answer.status == apdu.NOT_THERE:
            raise unless_there
        if not answer.is_done:
            raise CardGone


def _tell_wrong(tries_left: int) -> NoReturn:
    raise PinWrong(tries_left) if tries_left else PinLocked


def _public_key(certificate: bytes) -> RSAPublicKey:
    """Raises CertificateNotAccepted for a key of a kind that we can't let sign yet."""
    try:
        key = load_der_x509_certificate(certificate).public_key()
    except ValueError:
        raise CertificateNotAccepted from None
    if not isinstance(key, RSAPublicKey):
        raise CertificateNotAccepted
    return key
