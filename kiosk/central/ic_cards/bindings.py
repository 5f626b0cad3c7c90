"""Which IC card finds which patron."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.accounts.allowance import take
from kiosk.central.accounts.secrets import new_secret
from kiosk.central.clock import Clock
from kiosk.central.installation import kept
from kiosk.central.notices.card_changes import SOME_KIOSK, CardChanges, Where
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.ic_cards import IcCardRow
from kiosk.domain.card_changes import CardChange
from kiosk.domain.errors import IcCardBoundToAnother, IcCardNotOffered
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Binder, IcCardPolicy

AN_HOUR = timedelta(hours=1)
BINDINGS_AN_HOUR = 10  # of one patron: nobody finds out by trying which cards are bound


@dataclass(frozen=True, slots=True)
class Bindings:
    """One card a patron. Safe for many threads."""

    database: Database
    clock: Clock
    policy: IcCardPolicy
    changes: CardChanges

    @decided
    def bind(self, patron: PatronId, identifier: IcIdentifier, where: Where = SOME_KIOSK) -> None:
        """By the signed-in patron: this card, and no other, from now on; the same changes nothing.

        Raises:
            IcCardNotOffered: at all, of this kind, or not by patrons.
            IcCardBoundToAnother, TriedTooOften.
        """
        self._must_bind(identifier, Binder.PATRON)
        name = self.hash_of(identifier)
        with self.database.writing() as session:
            holder = _holder(session, name)
            if holder == patron:
                return
            if holder is None:
                self._put(session, patron, identifier, name)
                self.changes.tell(session, patron, CardChange.IC_CARD_BOUND, where)
            subject = f"ic cards of {patron}"
            take(session, self.clock, subject, BINDINGS_AN_HOUR, AN_HOUR)
        if holder is not None:  # the try is counted all the same
            raise IcCardBoundToAnother

    @decided
    def bind_for(
        self,
        patron: PatronId,
        identifier: IcIdentifier,
        where: Where = SOME_KIOSK,
        *,
        moves: bool,
    ) -> PatronId | None:
        """By the staff: who lost the card by it, which is done only where moves says so.

        Raises:
            IcCardNotOffered: at all, of this kind, or not by staff.
            IcCardBoundToAnother: and it shall not be moved.
        """
        self._must_bind(identifier, Binder.STAFF)
        name = self.hash_of(identifier)
        with self.database.writing() as session:
            holder = _holder(session, name)
            if holder == patron:
                return None
            if holder is not None:
                if not moves:
                    raise IcCardBoundToAnother
                session.execute(delete(IcCardRow).where(IcCardRow.identifier_hash == name))
                self.changes.tell(session, holder, CardChange.IC_CARD_LET_GO, where)
            self._put(session, patron, identifier, name)
            self.changes.tell(session, patron, CardChange.IC_CARD_BOUND, where)
            return holder

    @decided
    def let_go(self, patron: PatronId, where: Where = SOME_KIOSK) -> None:
        """No IC card finds the patron any more; again changes nothing."""
        of_patron = delete(IcCardRow).where(IcCardRow.patron_id == patron)
        with self.database.writing() as session:
            if session.scalar(of_patron.returning(IcCardRow.patron_id)) is not None:
                self.changes.tell(session, patron, CardChange.IC_CARD_LET_GO, where)

    def hash_of(self, identifier: IcIdentifier) -> str:
        """Keyed, and never the number itself."""
        key = kept(self.database, "ic_card_key", new_secret).encode()
        called = f"{identifier.kind.value}:{identifier.number}"
        return hmac.new(key, called.encode(), sha256).hexdigest()

    def _must_bind(self, identifier: IcIdentifier, binder: Binder) -> None:
        if not (self.policy.takes(identifier.kind) and self.policy.may_bind(binder)):
            raise IcCardNotOffered

    def _put(self, session: Session, patron: PatronId, identifier: IcIdentifier, name: str) -> None:
        """Two at once: the unique index keeps one, the other looks again."""
        row = IcCardRow(
            patron_id=patron,
            identifier_hash=name,
            kind=identifier.kind,
            bound_at=self.clock.now(),
        )
        session.merge(row)
        session.flush()


def _holder(session: Session, name: str) -> PatronId | None:
    return session.scalar(select(IcCardRow.patron_id).where(IcCardRow.identifier_hash == name))
