"""Cards that exist in memory only, to be laid on the simulated reader."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

from kiosk.domain.errors import PinLocked, PinWrong
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.my_number import BasicFour, CardSecret, Sex

DEMONSTRATION_PASSWORD = "ABC123"  # noqa: S105 - of a card that proves nothing
DEMONSTRATION_HOLDER = BasicFour(
    name="港　花子",
    address="東京都みなと市図書館通1丁目2番3号",
    born=date(1988, 4, 5),
    sex=Sex.FEMALE,
)


FARE_CARD = bytes.fromhex("012E4CD8A9B1C203")  # an IDm like one of a fare card


def _of_a_fare_card() -> IcIdentifier:
    found = IcIdentifier.of(FARE_CARD)
    assert found is not None, "a number that stays the same"
    return found


@dataclass(frozen=True, slots=True)
class OtherCard:
    """Any IC card without a number that stays the same: a bank's, an old 住基カード, a phone."""


@dataclass(frozen=True, slots=True)
class IcCard:
    """One that calls itself by a number: a fare card, a student's card."""

    identifier: IcIdentifier = field(default_factory=_of_a_fare_card)


@dataclass(slots=True)
class PretendSecret:
    text: str = field(repr=False)
    tries: int  # as many as a right one gives back
    tries_left: int


def _secrets(pin: str) -> dict[CardSecret, PretendSecret]:
    return {
        CardSecret.SIGN_IN: PretendSecret(pin, 3, 3),
        CardSecret.ITEMS: PretendSecret(pin, 3, 3),
        CardSecret.SIGNING: PretendSecret(DEMONSTRATION_PASSWORD, 5, 5),
    }


@dataclass(slots=True)
class PretendCard:
    """A My Number card of the test authority; its tries outlive being taken away."""

    certificate: bytes = field(repr=False)  # DER; it serves for signing too
    key: RSAPrivateKey = field(repr=False)
    secrets: dict[CardSecret, PretendSecret] = field(repr=False)
    holder: BasicFour = DEMONSTRATION_HOLDER
    can_sign: bool = True  # whether it has a certificate for signing

    @classmethod
    def load(cls, folder: Path, pin: str) -> Self:
        """Read `card-certificate.pem` and `card-key.pem`, as the test authority wrote them."""
        certificate = load_pem_x509_certificate((folder / "card-certificate.pem").read_bytes())
        key = load_pem_private_key((folder / "card-key.pem").read_bytes(), password=None)
        assert isinstance(key, RSAPrivateKey), "the test authority makes RSA keys"
        return cls(certificate.public_bytes(Encoding.DER), key, _secrets(pin))

    def tries_left(self, secret: CardSecret) -> int:
        return self.secrets[secret].tries_left

    def verify(self, secret: CardSecret, text: str) -> None:
        """Raises PinLocked, PinWrong."""
        kept = self.secrets[secret]
        if kept.tries_left == 0:
            raise PinLocked
        if text != kept.text:
            kept.tries_left -= 1
            raise PinWrong(kept.tries_left)
        kept.tries_left = kept.tries

    def sign(self, document: bytes) -> bytes:
        """As the real card does: SHA-256 of the document, PKCS #1 v1.5."""
        return self.key.sign(document, PKCS1v15(), SHA256())
