"""IC cards that say a number of their own: a fare card, a student's card, a watch."""

from dataclasses import dataclass, field
from enum import StrEnum


class IcKind(StrEnum):
    FELICA = "felica"  # an IDm, 8 bytes
    UID = "uid"  # ISO 14443 type A that does not change: 4 or 7 bytes


@dataclass(frozen=True, slots=True)
class IcIdentifier:
    """What a card calls itself: who it may be, never a proof of it, for it can be copied."""

    kind: IcKind
    number: str = field(repr=False)  # hexadecimal, upper case
