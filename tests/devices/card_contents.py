"""What stands on a virtual card, and how its keys sign: the test authority's, and some of EC."""

from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA384
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

DEMONSTRATION = Path(__file__).parent.parent.parent / "assets" / "demonstration" / "my_number"
NAME, ADDRESS = "港　花󠄀子", "東京都みなと市図書館通1丁目2番3号"  # with a variant's selector

CardKey = RSAPrivateKey | EllipticCurvePrivateKey


@cache
def authority_of_tests() -> tuple[RSAPrivateKey, bytes, bytes]:
    """The card's key, its certificate and the authority's, read once: checking a key is slow."""
    key = load_pem_private_key((DEMONSTRATION / "card-key.pem").read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    certificate, authority = (
        load_pem_x509_certificate((DEMONSTRATION / name).read_bytes()).public_bytes(Encoding.DER)
        for name in ("card-certificate.pem", "anchors/authority.pem")
    )
    return key, certificate, authority


def basic_four(
    name: str = NAME, address: str = ADDRESS, born: str = "19880405", sex: str = "2"
) -> bytes:
    """The file with name, address, day of birth and sex; other bytes follow them."""
    offsets = bytes.fromhex("DF210A00100030006000700078")
    items = (b"\xdf\x22", name), (b"\xdf\x23", address), (b"\xdf\x24", born), (b"\xdf\x25", sex)
    within = offsets + b"".join(tag + _short(text.encode()) for tag, text in items)
    return b"\xff\x20\x82" + len(within).to_bytes(2) + within + bytes.fromhex("9000FFFF")


def _short(value: bytes) -> bytes:
    """A length in as few bytes as BER allows."""
    if len(value) < 0x80:
        return bytes([len(value)]) + value
    if len(value) < 0x100:
        return b"\x81" + bytes([len(value)]) + value
    return b"\x82" + len(value).to_bytes(2) + value


@cache
def signature(key: CardKey, to_sign: bytes) -> bytes | None:
    """Whatever it is given, unlooked at; None for what is too long."""
    if isinstance(key, EllipticCurvePrivateKey):
        return _ec_signature(key, to_sign)
    numbers = key.private_numbers()
    modulus = numbers.public_numbers.n
    size = (modulus.bit_length() + 7) // 8
    if len(to_sign) > size - 11:
        return None
    padded = b"\0\1" + b"\xff" * (size - 3 - len(to_sign)) + b"\0" + to_sign  # PKCS #1 v1.5
    return pow(int.from_bytes(padded), numbers.d, modulus).to_bytes(size)


def _ec_signature(key: EllipticCurvePrivateKey, to_sign: bytes) -> bytes | None:
    if len(to_sign) != 48:
        return None
    numbers = decode_dss_signature(key.sign(to_sign, ECDSA(Prehashed(SHA384()))))
    return b"".join(number.to_bytes(48) for number in numbers)
