"""An authority of our own, in place of the one that issues My Number cards' certificates."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from kiosk.central.my_number.local_trust import USER_POLICY
from kiosk.domain.patrons import MyNumberProof
from tests.central.clock import START

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
YEARS_5 = timedelta(days=5 * 365)
ROOT = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Test for user authentication"),
    ]
)


def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@dataclass(frozen=True)
class CardSpec:
    """What a certificate says; the defaults are those of a good one."""

    begins: datetime = START - timedelta(days=30)
    ends: datetime = START + YEARS_5
    policy: x509.ObjectIdentifier | None = USER_POLICY
    digital_signature: bool = True
    is_authority: bool = False
    extra: x509.ExtensionType | None = None  # critical
    key: Key | None = None  # None: a new one, RSA-2048


@dataclass(frozen=True)
class CardOnReader:
    """A My Number card: a certificate, and the key that never leaves it."""

    certificate: x509.Certificate
    key: Key

    def proof(self, challenge: bytes) -> MyNumberProof:
        certificate = self.certificate.public_bytes(Encoding.DER)
        return MyNumberProof(certificate, self._sign(challenge), challenge)

    def with_certificate_of(self, other: "CardOnReader") -> "CardOnReader":
        """A forged card: another's certificate without its key."""
        return replace(self, certificate=other.certificate)

    def _sign(self, challenge: bytes) -> bytes:
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(challenge, padding.PKCS1v15(), hashes.SHA256())
        return self.key.sign(challenge, ec.ECDSA(hashes.SHA384()))


@dataclass(frozen=True)
class CardAuthority:
    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @classmethod
    def new(cls) -> Self:
        key = rsa_key()
        begins, ends = START - YEARS_5, START + 2 * YEARS_5
        certificate = (
            _certificate(ROOT, ROOT, key, begins, ends)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        return cls(certificate, key)

    def issue(self, spec: CardSpec | None = None) -> CardOnReader:
        spec = spec or CardSpec()
        key = spec.key or rsa_key()
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "no name of anybody")])
        builder = _certificate(name, ROOT, key, spec.begins, spec.ends).add_extension(
            _usage(digital_signature=spec.digital_signature), critical=True
        )
        if spec.policy is not None:
            policies = x509.CertificatePolicies([x509.PolicyInformation(spec.policy, None)])
            builder = builder.add_extension(policies, critical=True)
        if spec.is_authority:
            ca = x509.BasicConstraints(ca=True, path_length=None)
            builder = builder.add_extension(ca, critical=True)
        if spec.extra is not None:
            builder = builder.add_extension(spec.extra, critical=True)
        return CardOnReader(builder.sign(self.key, hashes.SHA256()), key)

    def revoke(
        self, *cards: CardOnReader, until: datetime = START + timedelta(days=1)
    ) -> x509.CertificateRevocationList:
        builder = x509.CertificateRevocationListBuilder(ROOT, START - timedelta(days=1), until)
        for card in cards:
            revoked = (
                x509.RevokedCertificateBuilder()
                .serial_number(card.certificate.serial_number)
                .revocation_date(START - timedelta(days=1))
                .build()
            )
            builder = builder.add_revoked_certificate(revoked)
        return builder.sign(self.key, hashes.SHA256())


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: Key, begins: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )


def _usage(*, digital_signature: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=not digital_signature,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
