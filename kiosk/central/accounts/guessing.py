"""Where passwords are guessed: for the staff's pages, and for whoever watches the service."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from kiosk.central.accounts.standing import AN_HOUR
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.tables.guessing import FailedTryRow, GuardRow
from kiosk.domain.policy import AttemptPolicy

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class SlowedPlace:
    """A kiosk where too much was guessed within an hour."""

    place: str  # its number, or "counter"
    failures: int
    slowed_at: datetime | None  # UTC; None: nobody has tried since it was too much


@dataclass(frozen=True, slots=True)
class Guessing:
    """Numbers only: which cards are closed is nowhere to be read."""

    database: Database
    clock: Clock
    policy: AttemptPolicy

    def slowed(self) -> tuple[SlowedPlace, ...]:
        """The worst first."""
        row, failures = FailedTryRow, func.count(FailedTryRow.id)
        guard = GuardRow.subject == "place:" + row.place
        wanted = (
            select(row.place, failures, func.max(GuardRow.slowed_at))
            .join(GuardRow, guard, isouter=True)
            .where(row.tried_at > self.clock.now() - AN_HOUR)
            .group_by(row.place)
            .having(failures >= self.policy.per_kiosk)
            .order_by(failures.desc(), row.place)
            .limit(MOST_LISTED)
        )
        with self.database.session() as session:
            return tuple(SlowedPlace(*each) for each in session.execute(wanted))

    def closed(self) -> int:
        """How many cards no password opens just now, those that nobody has among them."""
        row, now = FailedTryRow, self.clock.now()
        lately = func.count(row.id).filter(row.tried_at > now - self.policy.within)
        too_many = or_(
            lately >= self.policy.per_card, func.count(row.id) >= self.policy.per_card_in_all
        )
        cards = (
            select(row.card_hash)
            .where(row.was_looked_at, row.tried_at > now - self.policy.remembered)
            .group_by(row.card_hash)
            .having(too_many)
        )
        with self.database.session() as session:
            return session.scalar(select(func.count()).select_from(cards.subquery())) or 0
