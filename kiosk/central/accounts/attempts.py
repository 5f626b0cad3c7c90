"""How often somebody may try to sign in, per card and per kiosk (rule L7)."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete
from sqlalchemy.orm import Session as DatabaseSession

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.clock import Clock
from kiosk.central.database import Database
from kiosk.central.tables.kiosks import AttemptRow
from kiosk.domain.errors import TriedTooOften
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import AttemptPolicy


class Attempts:
    """Counted before the password is looked at: guesses sent at once count each.

    Cards that nobody has are counted like others, by their hash.
    """

    def __init__(self, database: Database, clock: Clock, policy: AttemptPolicy) -> None:
        self._database = database
        self._clock = clock
        self.policy = policy

    def begin(self, card: CardNumber, kiosk: str) -> None:
        """Count one try. Raises TriedTooOften, which counts nothing."""
        limits = {_of_card(card): self.policy.per_card, _of_kiosk(kiosk): self.policy.per_kiosk}
        now = self._clock.now()
        with self._database.writing() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.window_ends_at <= now))
            waits = [_wait_s(session, subject, limits[subject], now) for subject in limits]
            if max(waits) == 0:
                for subject in limits:
                    self._count(session, subject, now)
        if max(waits) > 0:
            raise TriedTooOften(max(waits))

    def succeeded(self, card: CardNumber, kiosk: str) -> None:
        """The card's tries are forgotten; of the kiosk's, this one."""
        with self._database.writing() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.subject == _of_card(card)))
            row = session.get(AttemptRow, _of_kiosk(kiosk), with_for_update=True)
            if row is not None:
                row.count -= 1

    def _count(self, session: DatabaseSession, subject: str, now: datetime) -> None:
        row = session.get(AttemptRow, subject, with_for_update=True)
        if row is None:
            ends_at = now + timedelta(minutes=self.policy.within_minutes)
            row = AttemptRow(subject=subject, count=0, window_ends_at=ends_at)
            session.add(row)
        row.count += 1


def _wait_s(session: DatabaseSession, subject: str, limit: int, now: datetime) -> int:
    """How long until the next try; 0 if it may be now."""
    row = session.get(AttemptRow, subject, with_for_update=True)
    if row is None or row.count < limit:
        return 0
    return max(1, ceil((row.window_ends_at - now).total_seconds()))


def _of_card(card: CardNumber) -> str:
    return f"card:{hash_of(card)}"


def _of_kiosk(kiosk: str) -> str:
    return f"kiosk:{kiosk}"
