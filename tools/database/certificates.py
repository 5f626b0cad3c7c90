"""A CA of the library's own for its database, and a certificate for each machine."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

# The service asks for this name, whichever node leads.
DATABASE_NAME = "library-database"
AUTHORITY_DAYS = 3650
NODE_DAYS = 730


@dataclass(frozen=True, slots=True)
class Certified:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )


def new_authority() -> Certified:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("library database CA")
    begun = _begun(name, name, key, AUTHORITY_DAYS)
    usage = _usage(signs_certificates=True)
    built = (
        begun.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Certified(built.sign(key, hashes.SHA256()), key)


def known_authority(folder: Path) -> Certified:
    """As it was kept.

    Raises:
        OSError, ValueError, TypeError: it is not there, or is none of ours.
    """
    key = serialization.load_pem_private_key((folder / "ca.key").read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("the key of a CA that was made here is one of an elliptic curve")
    return Certified(x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes()), key)


def certified(authority: Certified, name: str, address: str) -> Certified:
    """One for both ends of a connection: these machines serve each other and ask each other."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = [x509.DNSName(each) for each in (name, DATABASE_NAME, "localhost")]
    addresses = [x509.IPAddress(ip_address(each)) for each in (address, "127.0.0.1")]
    purposes = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    issuer = authority.certificate
    built = (
        _begun(_name(name), issuer.subject, key, NODE_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        .add_extension(x509.SubjectAlternativeName([*names, *addresses]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
    )
    return Certified(built.sign(authority.key, hashes.SHA256()), key)


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, days: int
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return x509.CertificateBuilder(
        issuer_name=issuer,
        subject_name=subject,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(hours=1),  # clocks differ
        not_valid_after=now + timedelta(days=days),
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
