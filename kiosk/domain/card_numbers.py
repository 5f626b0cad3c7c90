"""Card numbers as they are read, and as the library knows them (rule L1)."""

from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy


def bare_number(read: CardNumber, policy: CardPolicy) -> CardNumber:
    """The number without the start and stop characters that a scanner may hand over: A…B."""
    has_both = len(read) > 1 and all(
        sign.upper() in policy.start_stop for sign in read[0] + read[-1]
    )
    return CardNumber(read[1:-1]) if has_both else read
