"""How often somebody may try to sign in, per card and per kiosk (rule L7)."""

import hmac
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from uuid import uuid4

from sqlalchemy import delete, update
from sqlalchemy.orm import Session as DatabaseSession

from kiosk.central.accounts.secrets import new_secret
from kiosk.central.accounts.standing import Standing, standing
from kiosk.central.clock import Clock
from kiosk.central.installation import kept
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.guessing import FailedTryRow, GuardRow
from kiosk.domain.errors import TriedTooOften
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import AttemptPolicy

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Try:
    """One that is counted already, as if it had failed."""

    id: str
    card_hash: str = field(repr=False)
    place: str
    is_looked_at: bool  # False: no password opens; the same work is done all the same


class Attempts:
    """Counted before the password is looked at: guesses sent at once count each.

    Cards that nobody has are counted like others. A right password takes its own try away and
    the delay at its kiosk; the failures before it go on counting, or a patron who signs in
    would wipe out what somebody else has guessed.
    """

    def __init__(self, database: Database, clock: Clock, policy: AttemptPolicy) -> None:
        self._database = database
        self._clock = clock
        self.policy = policy
        self._key = b""

    @decided
    def begin(self, card: CardNumber, place: str) -> Try:
        """Count one try, at a kiosk or counter. Raises TriedTooOften, which counts nothing."""
        card_hash, now = self.hash_of(card), self._clock.now()
        with self._database.writing() as session:
            # Always in this order: two tries that cross would wait for each other.
            of_card = _hold(session, f"card:{card_hash}", now)
            guard = _hold(session, f"place:{place}", now)
            found = standing(session, card_hash, place, self.policy, now)
            _wait_for(found.wait(self.policy, guard.last_at, now))
            of_card.last_at = guard.last_at = now
            self._tell_slowed(guard, found, place, now)
            begun = Try(uuid4().hex, card_hash, place, found.is_looked_at(self.policy))
            session.add(self._row(begun, found, now))
        return begun

    @decided
    def succeeded(self, begun: Try) -> None:
        """The password was right: this try is none, and the card waits no longer here."""
        row = FailedTryRow
        here = update(row).where(row.card_hash == begun.card_hash, row.place == begun.place)
        with self._database.writing() as session:
            session.execute(delete(row).where(row.id == begun.id))
            session.execute(here.values(delays=False))

    def is_closed(self, card: CardNumber) -> bool:
        """Whether no password opens this card, wherever."""
        card_hash = self.hash_of(card)
        with self._database.session() as session:
            return self.is_closed_in(session, card_hash)

    def is_closed_in(self, session: DatabaseSession, card_hash: str) -> bool:
        """The same, in the transaction of whoever asks."""
        now = self._clock.now()
        return standing(session, card_hash, "", self.policy, now).is_closed(self.policy)

    def release(self, card: CardNumber) -> None:
        """Passwords are looked at again, and nothing was guessed so far."""
        card_hash = self.hash_of(card)
        with self._database.writing() as session:
            self.release_in(session, card_hash)

    def release_in(self, session: DatabaseSession, card_hash: str) -> None:
        """The same, in the transaction of whoever does it."""
        session.execute(delete(FailedTryRow).where(FailedTryRow.card_hash == card_hash))

    def hash_of(self, card: CardNumber) -> str:
        """Keyed: whoever has the table without the key cannot try all card numbers."""
        if not self._key:
            self._key = kept(self._database, "attempt_key", new_secret).encode()
        return hmac.new(self._key, card.encode(), sha256).hexdigest()

    def _row(self, begun: Try, found: Standing, now: datetime) -> FailedTryRow:
        return FailedTryRow(
            id=begun.id,
            card_hash=begun.card_hash,
            place=begun.place,
            tried_at=now,
            was_looked_at=begun.is_looked_at,
            is_from_slowed=found.is_slowed(self.policy),
        )

    def _tell_slowed(self, guard: GuardRow, found: Standing, place: str, now: datetime) -> None:
        """To the log, once; the staff's pages and the metrics count by themselves."""
        if not found.is_slowed(self.policy):
            guard.slowed_at = None
        elif guard.slowed_at is None:
            guard.slowed_at = now
            log.warning("a kiosk is slowed: many wrong passwords", extra={"told": {"kiosk": place}})


def _hold(session: DatabaseSession, subject: str, now: datetime) -> GuardRow:
    """Nobody else counts a try of it until the end of the transaction."""
    row = session.get(GuardRow, subject, with_for_update=True)
    if row is None:
        row = GuardRow(subject=subject, last_at=now)
        session.add(row)
        session.flush()  # whoever does so at once loses the race, and does it again
    return row


def _wait_for(wait: timedelta) -> None:
    """Raises TriedTooOften."""
    if wait > timedelta():
        raise TriedTooOften(ceil(wait.total_seconds()))
