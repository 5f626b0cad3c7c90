"""Cards that exist in memory only, to be laid on the simulated reader."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

from kiosk.domain.errors import PinLocked, PinWrong

FULL_TRIES = 3


@dataclass(frozen=True, slots=True)
class OtherCard:
    """Any IC card that is no My Number card: a fare card, a bank's, an old 住基カード."""


@dataclass(slots=True)
class PretendCard:
    """A My Number card of the test authority; its tries outlive being taken away."""

    certificate: bytes = field(repr=False)  # DER
    key: RSAPrivateKey = field(repr=False)
    pin: str = field(repr=False)
    tries_left: int = FULL_TRIES

    @classmethod
    def load(cls, folder: Path, pin: str) -> Self:
        """Read `card-certificate.pem` and `card-key.pem`, as the test authority wrote them."""
        certificate = load_pem_x509_certificate((folder / "card-certificate.pem").read_bytes())
        key = load_pem_private_key((folder / "card-key.pem").read_bytes(), password=None)
        assert isinstance(key, RSAPrivateKey), "the test authority makes RSA keys"
        return cls(certificate.public_bytes(Encoding.DER), key, pin)

    def verify(self, pin: str) -> None:
        """Raises PinLocked, PinWrong."""
        if self.tries_left == 0:
            raise PinLocked
        if pin != self.pin:
            self.tries_left -= 1
            raise PinWrong(self.tries_left)
        self.tries_left = FULL_TRIES

    def sign(self, challenge: bytes) -> bytes:
        """As the real card does: SHA-256 of the challenge, PKCS #1 v1.5."""
        return self.key.sign(challenge, PKCS1v15(), SHA256())
