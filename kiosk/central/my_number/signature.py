"""Whether a card's signature under a challenge is right; the certificate's key says how to check.

RSA-2048 with SHA-256 is on today's cards, P-384 with SHA-384 is announced for the next.
"""

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import Certificate

LEAST_RSA_BITS = 2048
_HASH_OF_CURVE: dict[str, hashes.HashAlgorithm] = {
    ec.SECP256R1.name: hashes.SHA256(),
    ec.SECP384R1.name: hashes.SHA384(),
}


def is_signed_by(certificate: Certificate, signature: bytes, challenge: bytes) -> bool:
    """Whether the holder of the certificate's private key signed the challenge."""
    try:
        key = certificate.public_key()
        match key:
            case rsa.RSAPublicKey() if key.key_size >= LEAST_RSA_BITS:
                key.verify(signature, challenge, padding.PKCS1v15(), hashes.SHA256())
            case ec.EllipticCurvePublicKey() if key.curve.name in _HASH_OF_CURVE:
                key.verify(signature, challenge, ec.ECDSA(_HASH_OF_CURVE[key.curve.name]))
            case _:
                return False
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True
