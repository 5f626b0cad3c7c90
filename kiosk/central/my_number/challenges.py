"""What a My Number card shall sign: random, good for minutes, once, at one kiosk."""

import secrets
from datetime import timedelta

from sqlalchemy import delete

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.kiosks import ChallengeRow

CHALLENGE_BYTES = 32
GOOD_FOR = timedelta(minutes=5)  # the patron enters the PIN meanwhile


class Challenges:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @decided
    def new(self, kiosk: str) -> bytes:
        challenge, now = secrets.token_bytes(CHALLENGE_BYTES), self._clock.now()
        row = ChallengeRow(
            challenge_hash=hash_of(challenge), kiosk_number=kiosk, expires_at=now + GOOD_FOR
        )
        with self._database.writing() as session:
            session.execute(delete(ChallengeRow).where(ChallengeRow.expires_at <= now))
            session.add(row)
        return challenge

    @decided
    def use(self, challenge: bytes, kiosk: str) -> bool:
        """Whether it was given to this kiosk and not used yet; from now on it is used."""
        used = (
            delete(ChallengeRow)
            .where(ChallengeRow.challenge_hash == hash_of(challenge))
            .where(ChallengeRow.kiosk_number == kiosk)
            .where(ChallengeRow.expires_at > self._clock.now())
            .returning(ChallengeRow.challenge_hash)
        )
        with self._database.writing() as session:
            return session.scalar(used) is not None
