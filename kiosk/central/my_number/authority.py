"""Who says whether a certificate is good: a port, for each library may ask elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from cryptography.x509 import Certificate


class Standing(StrEnum):
    GOOD = "good"
    REVOKED = "revoked"
    UNKNOWN = "unknown"  # cannot be said: not trusted, out of date, or nobody to ask


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said of a certificate; only a good one opens anything."""

    standing: Standing
    # A platform's own identifier of who holds it; None where it gives none
    holder: str | None = field(default=None, repr=False)
    # Hexadecimal serials of the same holder's certificates before this one, by the same issuer
    earlier: tuple[str, ...] = field(default=(), repr=False)
    was_answered: bool = True  # False: it may be known another time


NO_ANSWER = Verdict(Standing.UNKNOWN, was_answered=False)


class Authority(Protocol):
    """Checks everything about a certificate but that the card holds its key."""

    def verdict(self, certificate: Certificate, at: datetime) -> Verdict:
        """Never raises for what a certificate or a neighbour may do."""
        ...

    def days_left(self, at: datetime) -> Mapping[str, int]:
        """Whole days until each file that it needs is over, by the file's name."""
        ...
