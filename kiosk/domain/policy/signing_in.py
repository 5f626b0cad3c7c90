"""By what a patron is known, how often it may be tried, and for how long it holds."""

from dataclasses import dataclass
from typing import Annotated

from kiosk.domain.bounds import Between


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """Rules L2 and L4: how long a password is, and what the initial one is made of."""

    shortest: Annotated[int, Between(4, 20)] = 4
    longest: Annotated[int, Between(4, 64)] = 20
    initial_card_digits: Annotated[int, Between(1, 8)] = (
        4  # the last ones, before month and day of birth
    )


@dataclass(frozen=True, slots=True)
class AttemptPolicy:
    """Rule L7: wrong tries within a time, for all kiosks together."""

    per_card: Annotated[int, Between(1, 100)] = 5
    per_kiosk: Annotated[int, Between(1, 1000)] = 30
    within_minutes: Annotated[int, Between(1, 1440)] = 15


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """How long the service knows a patron who signed in."""

    # Without a call of that session: who searches the kiosk's own copy makes none for long, and
    # the kiosk itself ends the visit of who has left.
    idle_minutes: Annotated[int, Between(1, 60)] = 15
    longest_minutes: Annotated[int, Between(1, 480)] = 60


@dataclass(frozen=True, slots=True)
class MyNumberPolicy:
    """Signing in with a My Number card: off until the legal basis is stated."""

    legal_basis: str = ""

    @property
    def is_offered(self) -> bool:
        return bool(self.legal_basis)
