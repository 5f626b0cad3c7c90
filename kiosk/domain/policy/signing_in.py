"""By what a patron is known, how often it may be tried, and for how long it holds."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
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
    # Not in L4: made of card, birthday or telephone, of keys in a row, or one thing again and again
    refuses_guessable: bool = False


@dataclass(frozen=True, slots=True)
class AttemptPolicy:
    """Rule L7: what wrong tries cost, for all kiosks together."""

    # One card: as many wrong tries close it for passwords until they are so long ago.
    per_card: Annotated[int, Between(3, 1000)] = 20
    within_hours: Annotated[int, Between(1, 168)] = 24
    # So do these: whoever stays below the first limit each day would try all birthdays in weeks.
    per_card_in_all: Annotated[int, Between(3, 10_000)] = 60
    remembered_days: Annotated[int, Between(7, 365)] = 90
    # One card at one kiosk: some tries cost nothing, then the delay doubles from one second on.
    free_tries: Annotated[int, Between(1, 10)] = 2
    longest_delay_s: Annotated[int, Between(1, 3600)] = 300
    # One kiosk: as many in an hour, over all cards, slow it.
    per_kiosk: Annotated[int, Between(1, 1000)] = 30
    slowed_s: Annotated[int, Between(1, 600)] = 20  # between two sign-ins there
    per_card_when_slowed: Annotated[int, Between(0, 20)] = 6  # of a card's tries: it closes none

    @property
    def within(self) -> timedelta:
        return timedelta(hours=self.within_hours)

    @property
    def remembered(self) -> timedelta:
        return timedelta(days=self.remembered_days)

    @property
    def slowed(self) -> timedelta:
        return timedelta(seconds=self.slowed_s)

    def delay_after(self, failures: int) -> timedelta:
        """From the last of so many failures of one card at one kiosk until the next try."""
        doublings = failures - self.free_tries - 1
        if doublings < 0:
            return timedelta()
        longest = self.longest_delay_s
        return timedelta(seconds=min(2 ** min(doublings, longest.bit_length()), longest))


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """How long the service knows a patron who signed in."""

    # Without a call of that session: who searches the kiosk's own copy makes none for long, and
    # the kiosk itself ends the visit of who has left.
    idle_minutes: Annotated[int, Between(1, 60)] = 15
    longest_minutes: Annotated[int, Between(1, 480)] = 60


class UnknownCertificate(StrEnum):
    """Whether a certificate of which nobody can say that it is good signs in."""

    NEVER = "never"


@dataclass(frozen=True, slots=True)
class MyNumberPolicy:
    """Signing in with a My Number card: off until the legal basis is stated."""

    legal_basis: str = ""
    # There is one answer; who writes another one is told so, and is not let down silently.
    accept_unknown: UnknownCertificate = UnknownCertificate.NEVER
    # How long before a bound certificate ends the patron is told; 0: on its last day.
    # It can be renewed from three months before.
    told_days_before: Annotated[int, Between(0, 365)] = 90

    @property
    def is_offered(self) -> bool:
        return bool(self.legal_basis)
