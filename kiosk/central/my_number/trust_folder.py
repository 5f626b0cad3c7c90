"""A folder of trust anchors and lists of what was revoked, read anew whenever it was changed."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

from cryptography import x509
from cryptography.x509 import Certificate, CertificateRevocationList, ObjectIdentifier

from kiosk.central.my_number.authority import Verdict
from kiosk.central.my_number.local_trust import USER_POLICY, LocalTrust
from kiosk.domain.errors import LibraryError, SettingWrong

log = logging.getLogger(__name__)

_PEM = b"-----BEGIN"
_Mark = tuple[tuple[str, int, int, int], ...]
_Read = TypeVar("_Read")


class TrustFolder:
    """*.pem are anchors, *.crl lists, in PEM or DER. Safe for many threads.

    Whoever fetches a new list lays it beside the old one, and renames it: it counts from the
    next card on. What cannot be read changes nothing; it is written down, and what was read
    before stays, until it is over by itself.
    """

    def __init__(
        self, folder: Path, policy: ObjectIdentifier = USER_POLICY, *, needs_lists: bool = True
    ) -> None:
        """Raises SettingWrong: the folder or one of its files cannot be read."""
        self._folder, self._policy, self._needs_lists = folder, policy, needs_lists
        self._lock = threading.Lock()
        self._mark = _mark(folder)
        self._files = _Files.of(folder)

    def verdict(self, certificate: Certificate, at: datetime) -> Verdict:
        files = self._now()
        anchors, lists = tuple(files.anchors.values()), tuple(files.lists.values())
        together = tuple(one for several in anchors for one in several)
        trust = LocalTrust(together, lists, self._policy, needs_lists=self._needs_lists)
        return trust.verdict(certificate, at)

    def days_left(self, at: datetime) -> Mapping[str, int]:
        """Of anchors and lists; a list that names no next one is never over."""
        files = self._now()
        ends = {name: min(map(_end, several)) for name, several in files.anchors.items()}
        for name, one in files.lists.items():
            if one.next_update_utc is not None:
                ends[name] = one.next_update_utc
        return {name: (end - at).days for name, end in sorted(ends.items())}

    def _now(self) -> "_Files":
        with self._lock:
            mark = _mark(self._folder)
            if mark != self._mark:
                self._mark = mark
                self._read_anew()
            return self._files

    def _read_anew(self) -> None:
        try:
            self._files = _Files.of(self._folder)
        except LibraryError as error:
            log.error("trust anchors or lists cannot be read; the former count: %s", error)  # noqa: TRY400 - one line
            return
        count = {"anchors": len(self._files.anchors), "lists": len(self._files.lists)}
        log.info("trust anchors and lists were read anew", extra={"told": count})


@dataclass(frozen=True, slots=True)
class _Files:
    """What lay in the folder, by the names of the files."""

    anchors: Mapping[str, list[Certificate]]
    lists: Mapping[str, CertificateRevocationList]

    @classmethod
    def of(cls, folder: Path) -> Self:
        if not folder.is_dir():
            raise SettingWrong(str(folder), "trust_anchors", None, "a folder of PEM files")
        found = {file.name: file for file in sorted(folder.iterdir())}
        return cls(
            {name: _read(_anchors, one) for name, one in found.items() if one.suffix == ".pem"},
            {name: _read(_list, one) for name, one in found.items() if one.suffix == ".crl"},
        )


def _read(how: Callable[[bytes], _Read], file: Path) -> _Read:
    try:
        return how(file.read_bytes())
    except (OSError, ValueError) as error:
        allowed = "certificates or a list, in PEM or DER"
        raise SettingWrong(str(file), "trust_anchors", None, allowed) from error


def _anchors(content: bytes) -> list[Certificate]:
    if content.lstrip().startswith(_PEM):
        return x509.load_pem_x509_certificates(content)
    return [x509.load_der_x509_certificate(content)]


def _list(content: bytes) -> CertificateRevocationList:
    is_pem = content.lstrip().startswith(_PEM)
    return (x509.load_pem_x509_crl if is_pem else x509.load_der_x509_crl)(content)


def _end(certificate: Certificate) -> datetime:
    return certificate.not_valid_after_utc


def _mark(folder: Path) -> _Mark:
    """What tells one state of the folder from another."""
    try:
        found = [(file.name, file.stat()) for file in sorted(folder.iterdir())]
    except OSError:
        return ()
    return tuple((name, one.st_mtime_ns, one.st_ino, one.st_size) for name, one in found)
