"""Sessions of patrons: short, and good at the kiosk that made them only."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.clock import Clock
from kiosk.central.database import Database
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import SessionEnded
from kiosk.domain.patrons import PatronId, Session, SessionToken
from kiosk.domain.policy import SessionPolicy

_PROLONG_AFTER = 0.2  # of the idle time: not every call needs to write


@dataclass(frozen=True, slots=True)
class SignedPatron:
    """Who signed in, as a session says it."""

    patron: PatronId
    token: SessionToken = field(repr=False)
    must_choose_password: bool


class Sessions:
    def __init__(self, database: Database, clock: Clock, policy: SessionPolicy) -> None:
        self._database = database
        self._clock = clock
        self._idle = timedelta(minutes=policy.idle_minutes)
        self._longest = timedelta(minutes=policy.longest_minutes)

    def open(self, patron: PatronRow, kiosk: str) -> Session:
        """A new session for a patron who proved who they are; those that are over go."""
        token, now = SessionToken(new_secret()), self._clock.now()
        row = PatronSessionRow(
            token_hash=hash_of(token),
            patron_id=patron.id,
            kiosk_number=kiosk,
            expires_at=now + min(self._idle, self._longest),
            ends_at=now + self._longest,
        )
        with self._database.writing() as session:
            session.execute(delete(PatronSessionRow).where(PatronSessionRow.expires_at <= now))
            session.add(row)
        return Session(token, must_choose_password=not patron.has_chosen_password)

    def find(self, token: SessionToken, kiosk: str) -> SignedPatron:
        """Who the session belongs to; it lasts longer for being used.

        Raises:
            SessionEnded: it is over, ended, unknown, or another kiosk's.
        """
        now = self._clock.now()
        wanted = (
            select(PatronSessionRow, PatronRow)
            .join(PatronRow, PatronRow.id == PatronSessionRow.patron_id)
            .where(PatronSessionRow.token_hash == hash_of(token))
            .where(PatronSessionRow.kiosk_number == kiosk)
            .where(PatronSessionRow.expires_at > now)
        )
        with self._database.session() as session:
            found = session.execute(wanted).one_or_none()
        if found is None:
            raise SessionEnded
        row, patron = found
        self._prolong(row, now)
        return SignedPatron(patron.id, token, must_choose_password=not patron.has_chosen_password)

    def end(self, token: SessionToken, kiosk: str) -> None:
        """End a session of this kiosk; one that is over, or another kiosk's, stays as it is."""
        with self._database.writing() as session:
            session.execute(
                delete(PatronSessionRow)
                .where(PatronSessionRow.token_hash == hash_of(token))
                .where(PatronSessionRow.kiosk_number == kiosk)
            )

    def end_others(self, signed: SignedPatron) -> None:
        """End what the same patron left open elsewhere."""
        with self._database.writing() as session:
            session.execute(
                delete(PatronSessionRow)
                .where(PatronSessionRow.patron_id == signed.patron)
                .where(PatronSessionRow.token_hash != hash_of(signed.token))
            )

    def _prolong(self, row: PatronSessionRow, now: datetime) -> None:
        expires_at = min(now + self._idle, row.ends_at)
        if expires_at - row.expires_at < self._idle * _PROLONG_AFTER:
            return
        with self._database.writing() as session:
            kept = session.get(PatronSessionRow, row.token_hash)
            if kept is not None:  # logged out meanwhile
                kept.expires_at = expires_at
