"""Checks certificates by anchors and lists of what was revoked; nobody is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import Certificate, CertificateRevocationList, ObjectIdentifier

from kiosk.central.my_number.authority import Standing, Verdict
from kiosk.central.my_number.profile import is_for_users

# 利用者証明用 of the My Number card
USER_POLICY = ObjectIdentifier("1.2.392.200149.8.5.1.3.30")


@dataclass(frozen=True, slots=True)
class LocalTrust:
    """One level of authorities, several generations of each.

    A list that is out of date says nothing good any more. Where needs_lists is set, nor does an
    authority without a list; where it is not, its certificates count as not revoked.
    """

    anchors: tuple[Certificate, ...]
    revoked: tuple[CertificateRevocationList, ...] = ()
    policy: ObjectIdentifier = USER_POLICY
    needs_lists: bool = False

    def verdict(self, certificate: Certificate, at: datetime) -> Verdict:
        return Verdict(self.standing(certificate, at))

    def days_left(self, at: datetime) -> Mapping[str, int]:
        """Nothing is a file here."""
        del at
        return {}

    def standing(self, certificate: Certificate, at: datetime) -> Standing:
        if not is_for_users(certificate, self.policy) or not is_valid(certificate, at):
            return Standing.UNKNOWN
        for anchor in self.anchors:
            if is_valid(anchor, at) and _is_issued_by(certificate, anchor):
                return self._on_the_lists(certificate, anchor, at)
        return Standing.UNKNOWN

    def _on_the_lists(
        self, certificate: Certificate, anchor: Certificate, at: datetime
    ) -> Standing:
        lists = [one for one in self.revoked if _is_list_of(one, anchor)]
        serial = certificate.serial_number
        if any(one.get_revoked_certificate_by_serial_number(serial) for one in lists):
            return Standing.REVOKED
        if any(_is_current(one, at) for one in lists):
            return Standing.GOOD
        return Standing.UNKNOWN if lists or self.needs_lists else Standing.GOOD


def is_valid(certificate: Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _is_issued_by(certificate: Certificate, anchor: Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(anchor)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True


def _is_list_of(revoked: CertificateRevocationList, anchor: Certificate) -> bool:
    try:
        return revoked.issuer == anchor.subject and revoked.is_signature_valid(
            anchor.public_key()  # type: ignore[arg-type] # an authority signs with RSA or EC
        )
    except (UnsupportedAlgorithm, ValueError, TypeError):
        return False


def _is_current(revoked: CertificateRevocationList, at: datetime) -> bool:
    return revoked.next_update_utc is None or at <= revoked.next_update_utc
