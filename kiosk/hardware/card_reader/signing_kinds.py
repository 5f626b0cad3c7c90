"""How a card's key signs: what it is given and what it answers, told by the certificate's key."""

from dataclasses import dataclass
from hashlib import new as new_hash

from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.x509 import load_der_x509_certificate

from kiosk.domain.errors import CardGone, CertificateNotAccepted

P384_BYTES = 48  # of each of the two numbers that are a signature


@dataclass(frozen=True, slots=True)
class SigningKind:
    """The card pads, hashing is ours."""

    hash_name: str  # of hashlib
    digest_info: bytes  # stands before the hash

    def to_sign(self, document: bytes) -> bytes:
        return self.digest_info + new_hash(self.hash_name, document).digest()

    def is_one(self, to_sign: bytes) -> bool:
        """Whether it has the form of what this kind of key signs."""
        length = len(self.digest_info) + new_hash(self.hash_name).digest_size
        return len(to_sign) == length and to_sign.startswith(self.digest_info)


# RFC 8017, 9.2, note 1
RSA = SigningKind("sha256", bytes.fromhex("3031300D060960864801650304020105000420"))
# Announced for the cards of 2028. How they are asked is not published: as other cards are.
P384 = SigningKind("sha384", b"")
KINDS = (RSA, P384)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that a certificate speaks of."""

    kind: SigningKind
    rsa_bytes: int | None  # how long its signatures are; None for P-384

    @classmethod
    def of(cls, certificate: bytes) -> "SigningKey":
        """Raises CertificateNotAccepted for a key of a kind that is not in the table."""
        try:
            key = load_der_x509_certificate(certificate).public_key()
        except ValueError:
            raise CertificateNotAccepted from None
        if isinstance(key, RSAPublicKey):
            return cls(RSA, key.key_size // 8)
        if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP384R1):
            return cls(P384, None)
        raise CertificateNotAccepted

    def signature(self, answer: bytes) -> bytes:
        """What the card answered, in the form that X.509 knows.

        Raises CardGone for half an answer.
        """
        if self.rsa_bytes is not None:
            if len(answer) != self.rsa_bytes:
                raise CardGone
            return answer
        if len(answer) == 2 * P384_BYTES:
            numbers = answer[:P384_BYTES], answer[P384_BYTES:]
            return encode_dss_signature(*(int.from_bytes(number) for number in numbers))
        try:
            decode_dss_signature(answer)
        except ValueError:
            raise CardGone from None
        return answer
