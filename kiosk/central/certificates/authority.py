"""The library's own authority: its key is locked by a passphrase and needed for issuing only."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_EARLIER = timedelta(hours=1)  # a kiosk whose clock goes slow believes it too


@dataclass(frozen=True, slots=True)
class PrivateAuthority:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def new(cls, name: str, now: datetime, good_for: timedelta) -> Self:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _named(name)
        builder = (
            _begun(subject, subject, key.public_key(), now, good_for)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_certificates=True), critical=True)
        )
        return cls(builder.sign(key, hashes.SHA256()), key)

    @classmethod
    def read(cls, certificate: bytes, key: bytes, passphrase: str) -> Self:
        """Raises ValueError: another passphrase, or no such key."""
        opened = load_pem_private_key(key, passphrase.encode())
        if not isinstance(opened, ec.EllipticCurvePrivateKey):
            raise ValueError("the key of an authority that was made here is an EC key")  # noqa: TRY004
        return cls(x509.load_pem_x509_certificate(certificate), opened)

    def locked_key(self, passphrase: str) -> bytes:
        """PEM, encrypted."""
        locked = BestAvailableEncryption(passphrase.encode())
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def issue(self, names: Sequence[str], now: datetime, good_for: timedelta) -> bytes:
        """A new key and its certificate for a server, in one PEM file: it is replaced whole.

        names: host names and addresses by which it is asked.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        issuer = self.certificate.subject
        server = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = (
            _begun(_named(names[0]), issuer, key.public_key(), now, good_for)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .add_extension(server, critical=False)
            .add_extension(x509.SubjectAlternativeName(list(map(_general, names))), critical=False)
            .add_extension(_issued_by(self.key), critical=False)
        )
        certificate = builder.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM)
        plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return plain + certificate


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 as it is read aloud: "3A:F0:…"."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: datetime,
    good_for: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + good_for)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _issued_by(key: ec.EllipticCurvePrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
