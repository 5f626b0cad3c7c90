"""Which certificate a listener shows."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """PEM files; without a certificate, only this machine itself is answered."""

    certificate: Path | None = None  # with those between it and the authority
    key: Path | None = None  # None: it stands in the certificate's file
    authority: Path | None = None  # shown to kiosks that are enrolled by its fingerprint

    @property
    def is_set(self) -> bool:
        return self.certificate is not None
