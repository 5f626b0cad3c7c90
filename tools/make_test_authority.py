"""Makes the test authority and the one test card that demonstrations and tests use.

The authority's own key is thrown away: nobody can issue a second card in its name.
"""

import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

FOLDER = Path(__file__).parent.parent / "assets" / "demonstration" / "my_number"
BEGINS = datetime(2024, 1, 1, tzinfo=UTC)
ENDS = datetime(2044, 1, 1, tzinfo=UTC)
POLICY = x509.ObjectIdentifier("1.2.392.200149.8.5.1.3.30")  # 利用者証明用
AUTHORITY = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "TEST JPKI of a library kiosk"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "TEST JPKI for user authentication"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "TEST authority, trusted nowhere"),
    ]
)


def new_key() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=2048)


def key_usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def begin(subject: x509.Name, key: RSAPrivateKey) -> x509.CertificateBuilder:
    """What both certificates share."""
    return (
        x509.CertificateBuilder()
        .issuer_name(AUTHORITY)
        .subject_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(ENDS)
    )


def certify_authority(key: RSAPrivateKey) -> x509.Certificate:
    return (
        begin(AUTHORITY, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(key_usage(is_authority=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )


def certify_card(key: RSAPrivateKey, authority_key: RSAPrivateKey) -> x509.Certificate:
    """Subject as on a real card: an id without meaning, no name, address, birth or sex."""
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"TEST{secrets.token_hex(12).upper()}"),
        ]
    )
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key())
    list_of_revoked = x509.DistributionPoint([x509.DirectoryName(AUTHORITY)], None, None, None)
    return (
        begin(subject, key)
        .add_extension(key_usage(is_authority=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .add_extension(
            x509.CertificatePolicies([x509.PolicyInformation(POLICY, None)]), critical=True
        )
        .add_extension(x509.CRLDistributionPoints([list_of_revoked]), critical=False)
        .add_extension(issuer_key, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(authority_key, SHA256())
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    authority_key, card_key = new_key(), new_key()
    authority, card = certify_authority(authority_key), certify_card(card_key, authority_key)
    (folder / "anchors").mkdir(exist_ok=True)
    (folder / "anchors" / "authority.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    (folder / "card-certificate.pem").write_bytes(card.public_bytes(Encoding.PEM))
    (folder / "card-key.pem").write_bytes(
        card_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    print(f"wrote anchors/authority.pem, card-certificate.pem and card-key.pem into {folder.name}/")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
