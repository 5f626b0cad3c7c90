"""How often somebody guessed: with a card from everywhere, with it here, and here with any."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from kiosk.central.tables.guessing import FailedTryRow
from kiosk.domain.policy import AttemptPolicy

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """Tries that failed, or are looked at just now."""

    lately: int  # with the card, looked at, within the policy's hours
    in_all: int  # the same, as long as it is remembered
    from_slowed: int  # of these, at kiosks that were slowed
    here: int  # with the card at this kiosk, since the right password came there
    last_here: datetime | None
    with_any_card: int  # at this kiosk, within an hour

    def is_closed(self, policy: AttemptPolicy) -> bool:
        """Whether the card opens by no password, wherever."""
        return self.lately >= policy.per_card or self.in_all >= policy.per_card_in_all

    def is_slowed(self, policy: AttemptPolicy) -> bool:
        """Whether too much was guessed at this kiosk."""
        return self.with_any_card >= policy.per_kiosk

    def is_looked_at(self, policy: AttemptPolicy) -> bool:
        """Whether a password counts for anything here and now."""
        has_share = self.from_slowed < policy.per_card_when_slowed
        return not self.is_closed(policy) and (has_share or not self.is_slowed(policy))

    def wait(self, policy: AttemptPolicy, last_any: datetime, now: datetime) -> timedelta:
        """How long until the next try; nothing, or less, if it may be now.

        last_any: when the last try at this kiosk was let through, with whatever card. A clock
        that was put back makes nobody wait for longer than the policy says.
        """
        delay = policy.delay_after(self.here)
        waits = [min(delay, (self.last_here or now) + delay - now)]
        if self.is_slowed(policy):
            waits.append(min(policy.slowed, last_any + policy.slowed - now))
        return max(waits)


def standing(
    session: Session, card_hash: str, place: str, policy: AttemptPolicy, now: datetime
) -> Standing:
    """Two statements, whatever there is to be counted."""
    row = FailedTryRow
    is_lately = row.tried_at > now - policy.within
    is_here = and_(row.place == place, row.delays, is_lately)
    of_card = select(
        _number(and_(row.was_looked_at, is_lately)),
        _number(row.was_looked_at.is_(True)),
        _number(and_(row.was_looked_at, row.is_from_slowed)),
        _number(is_here),
        func.max(case((is_here, row.tried_at))),
    ).where(row.card_hash == card_hash, row.tried_at > now - policy.remembered)
    lately, in_all, from_slowed, here, last_here = session.execute(of_card).one()
    of_place = select(func.count()).where(row.place == place, row.tried_at > now - AN_HOUR)
    return Standing(lately, in_all, from_slowed, here, last_here, session.scalar(of_place) or 0)


def _number(claim: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((claim, 1)))
