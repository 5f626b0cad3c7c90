"""Sessions of patrons: short, and good at the kiosk that made them only."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Delete, and_, delete, or_, select
from sqlalchemy.orm import Session as DatabaseSession

from kiosk.central.accounts.secrets import hash_of, new_secret
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import SessionEnded, StorageBusy
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

    @decided
    def open(self, patron: PatronRow, kiosk: str) -> Session:
        """A new session for a patron who proved who they are; those that are over go.

        What the patron left open at another kiosk ends: nobody stands at two.

        Raises:
            StorageBusy: the password was changed since it was looked at.
        """
        token, now = SessionToken(new_secret()), self._clock.now()
        row = PatronSessionRow(
            token_hash=hash_of(token),
            patron_id=patron.id,
            kiosk_number=kiosk,
            expires_at=now + min(self._idle, self._longest),
            ends_at=now + self._longest,
        )
        with self._database.writing() as session:
            _hold(session, patron)
            session.execute(_over_or_elsewhere(patron.id, kiosk, now))
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
        with self._database.asking() as session:
            found = session.execute(wanted).one_or_none()
        if found is None:
            raise SessionEnded
        row, patron = found
        self._prolong(row, now)
        return SignedPatron(patron.id, token, must_choose_password=not patron.has_chosen_password)

    @decided
    def end(self, token: SessionToken, kiosk: str) -> None:
        """End a session of this kiosk; one that is over, or another kiosk's, stays as it is."""
        with self._database.writing() as session:
            session.execute(
                delete(PatronSessionRow)
                .where(PatronSessionRow.token_hash == hash_of(token))
                .where(PatronSessionRow.kiosk_number == kiosk)
            )

    @decided
    def _prolong(self, row: PatronSessionRow, now: datetime) -> None:
        expires_at = min(now + self._idle, row.ends_at)
        if expires_at - row.expires_at < self._idle * _PROLONG_AFTER:
            return
        with self._database.writing() as session:
            kept = session.get(PatronSessionRow, row.token_hash)
            if kept is not None:  # logged out meanwhile
                kept.expires_at = expires_at


def end_others(session: DatabaseSession, signed: SignedPatron) -> None:
    """End what the same patron left open, in the transaction that sets the new password."""
    session.execute(
        delete(PatronSessionRow)
        .where(PatronSessionRow.patron_id == signed.patron)
        .where(PatronSessionRow.token_hash != hash_of(signed.token))
    )


def _hold(session: DatabaseSession, patron: PatronRow) -> None:
    """Let one sign-in of a patron follow the other; what a new password ended stays ended."""
    held = session.get(PatronRow, patron.id, with_for_update=True)
    if held is None or held.password_hash != patron.password_hash:
        raise StorageBusy


def _over_or_elsewhere(patron: PatronId, kiosk: str, now: datetime) -> Delete:
    is_elsewhere = and_(
        PatronSessionRow.patron_id == patron, PatronSessionRow.kiosk_number != kiosk
    )
    return delete(PatronSessionRow).where(or_(PatronSessionRow.expires_at <= now, is_elsewhere))
