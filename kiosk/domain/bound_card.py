"""A My Number card as far as the library knows it: that a patron bound one, and until when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BoundCard:
    """Personal. Until when the certificate of a bound card is good; nothing that names it."""

    good_until: date  # its last day, the library's local time
    ends_soon: bool = False  # as the policy counts: the patron is told
    was_renewed: bool = False  # just now: a platform said that the new card is the same holder's
