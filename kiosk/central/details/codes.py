"""Codes of six digits: sent by e-mail, typed at a kiosk, good once."""

import hmac
import secrets
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.clock import Clock
from kiosk.central.tables.details import CodePurpose, CodeRow
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import CodePolicy

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Codes:
    """Works inside the transaction of whoever asks."""

    clock: Clock
    policy: CodePolicy

    def new(self, session: Session, patron: PatronId, purpose: CodePurpose, address: str) -> str:
        """A code to be sent there; an earlier one of the purpose is good no longer."""
        code, now = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", self.clock.now()
        session.execute(delete(CodeRow).where(CodeRow.expires_at <= now))
        row = CodeRow(
            patron_id=patron,
            purpose=purpose,
            address=address,
            code_hash=_hash(patron, code),
            sent_at=now,
            expires_at=now + self.policy.lasts,
        )
        session.merge(row)
        return code

    def waiting(
        self, session: Session, patron: PatronId, purpose: CodePurpose, *, locks: bool = False
    ) -> CodeRow | None:
        """The code that was sent last, while it is good and not yet used.

        locks: nobody else uses it until the end of the transaction.
        """
        row = session.get(CodeRow, (patron, purpose), with_for_update=locks)
        is_over = row is None or row.used_at is not None or row.expires_at <= self.clock.now()
        return None if is_over else row

    def right(
        self, session: Session, patron: PatronId, purpose: CodePurpose, typed: str
    ) -> CodeRow | None:
        """The code's row if it is right, used already or not; None costs one try.

        What a wrong code cost must be kept: no error may undo the transaction. It is counted
        before it is looked at, in one statement, whether there is a code or not.
        """
        counted = (
            update(CodeRow)
            .where(CodeRow.patron_id == patron, CodeRow.purpose == purpose)
            .where(CodeRow.expires_at > self.clock.now(), CodeRow.tries < self.policy.tries)
            .values(tries=CodeRow.tries + 1)
            .returning(CodeRow)
        )
        row = session.scalars(counted).one_or_none()
        if row is None or not hmac.compare_digest(row.code_hash, _hash(patron, typed)):
            return None
        row.tries -= 1
        return row

    def forget(self, session: Session, patron: PatronId) -> None:
        """No code of this patron is good any more."""
        session.execute(delete(CodeRow).where(CodeRow.patron_id == patron))


def _hash(patron: PatronId, code: str) -> str:
    """Bound to the patron; whoever can read the table could try all codes, for some minutes."""
    return hash_of(f"{patron} {code}")
