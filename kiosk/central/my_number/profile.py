"""What a 利用者証明用 certificate looks like, whoever issued it."""

from cryptography.x509 import (
    BasicConstraints,
    Certificate,
    CertificatePolicies,
    ExtensionNotFound,
    Extensions,
    KeyUsage,
    ObjectIdentifier,
)
from cryptography.x509.oid import ExtensionOID

_UNDERSTOOD = frozenset(
    {
        ExtensionOID.KEY_USAGE,
        ExtensionOID.CERTIFICATE_POLICIES,
        ExtensionOID.BASIC_CONSTRAINTS,
        ExtensionOID.EXTENDED_KEY_USAGE,
        ExtensionOID.CRL_DISTRIBUTION_POINTS,
        ExtensionOID.AUTHORITY_KEY_IDENTIFIER,
        ExtensionOID.SUBJECT_KEY_IDENTIFIER,
        ExtensionOID.AUTHORITY_INFORMATION_ACCESS,
        ExtensionOID.ISSUER_ALTERNATIVE_NAME,
    }
)


def is_for_users(certificate: Certificate, policy: ObjectIdentifier) -> bool:
    """Whether it proves a user under this policy: no signing certificate, no authority's own.

    An extension that is critical and not understood here makes it unusable (RFC 5280, 4.2).
    """
    try:
        extensions = certificate.extensions
        usage = extensions.get_extension_for_class(KeyUsage).value
        policies = extensions.get_extension_for_class(CertificatePolicies).value
    except (ExtensionNotFound, ValueError):
        return False
    return (
        usage.digital_signature
        and any(information.policy_identifier == policy for information in policies)
        and not _is_authority(extensions)
        and all(one.oid in _UNDERSTOOD for one in extensions if one.critical)
    )


def _is_authority(extensions: Extensions) -> bool:
    try:
        return extensions.get_extension_for_class(BasicConstraints).value.ca
    except ExtensionNotFound:
        return False
