"""Who says whether a certificate is good: a port, for each library may ask elsewhere."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from cryptography.x509 import Certificate


class Standing(StrEnum):
    GOOD = "good"
    REVOKED = "revoked"
    UNKNOWN = "unknown"  # cannot be said: not trusted, out of date, or nobody to ask


class Authority(Protocol):
    """Checks everything about a certificate but that the card holds its key."""

    def standing(self, certificate: Certificate, at: datetime) -> Standing: ...
