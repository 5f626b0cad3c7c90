"""Another order of digits, which nobody can foresee."""

from random import SystemRandom


def mixed(digits: str) -> str:
    """All of them, in an order that is never the one they had."""
    order = digits
    while order == digits:
        order = "".join(SystemRandom().sample(digits, len(digits)))
    return order
