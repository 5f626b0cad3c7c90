"""Checks certificates against files: trust anchors and lists of what was revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import Certificate, CertificateRevocationList, ObjectIdentifier

from kiosk.central.my_number.authority import Standing
from kiosk.central.my_number.profile import is_for_users
from kiosk.domain.errors import SettingWrong

# 利用者証明用 of the My Number card
USER_POLICY = ObjectIdentifier("1.2.392.200149.8.5.1.3.30")


@dataclass(frozen=True, slots=True)
class LocalTrust:
    """One level of authorities, several generations of each; no network.

    Without a list an authority's certificates count as not revoked; a list that is out of
    date says nothing any more.
    """

    anchors: tuple[Certificate, ...]
    revoked: tuple[CertificateRevocationList, ...] = ()
    policy: ObjectIdentifier = USER_POLICY

    @classmethod
    def of_folder(cls, folder: Path, policy: ObjectIdentifier = USER_POLICY) -> Self:
        """Trust what lies in the folder: *.pem are anchors, *.crl lists in PEM.

        Raises:
            SettingWrong: the folder or one of its files cannot be read.
        """
        if not folder.is_dir():
            raise SettingWrong(str(folder), "trust_anchors", None, "a folder of PEM files")
        anchors = tuple(one for file in _files(folder, "*.pem") for one in _anchors(file))
        return cls(anchors, tuple(map(_list, _files(folder, "*.crl"))), policy)

    def standing(self, certificate: Certificate, at: datetime) -> Standing:
        if not is_for_users(certificate, self.policy) or not _is_valid(certificate, at):
            return Standing.UNKNOWN
        for anchor in self.anchors:
            if _is_valid(anchor, at) and _is_issued_by(certificate, anchor):
                return self._on_the_lists(certificate, anchor, at)
        return Standing.UNKNOWN

    def _on_the_lists(
        self, certificate: Certificate, anchor: Certificate, at: datetime
    ) -> Standing:
        lists = [one for one in self.revoked if _is_list_of(one, anchor)]
        serial = certificate.serial_number
        if any(one.get_revoked_certificate_by_serial_number(serial) for one in lists):
            return Standing.REVOKED
        if lists and not any(_is_current(one, at) for one in lists):
            return Standing.UNKNOWN
        return Standing.GOOD


def _is_valid(certificate: Certificate, at: datetime) -> bool:
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


def _files(folder: Path, pattern: str) -> Iterable[Path]:
    return sorted(folder.glob(pattern))


def _anchors(file: Path) -> list[Certificate]:
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingWrong(str(file), "trust_anchors", None, "certificates in PEM") from error


def _list(file: Path) -> CertificateRevocationList:
    try:
        return x509.load_pem_x509_crl(file.read_bytes())
    except (OSError, ValueError) as error:
        raise SettingWrong(str(file), "trust_anchors", None, "a list in PEM") from error
