"""Binding a My Number card to the patron who signed in with card and password, and letting go."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.central.clock import Clock
from kiosk.central.my_number.credentials import Credential, bind, found_by, found_by_any
from kiosk.central.my_number.proving import Proofs, Proved
from kiosk.central.notices.card_changes import SOME_KIOSK, CardChanges, Where
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.card_changes import CardChange
from kiosk.domain.errors import CertificateBoundToAnother, CertificateNotAccepted
from kiosk.domain.patrons import MyNumberProof, PatronId
from kiosk.domain.policy import Policy

log = logging.getLogger(__name__)


class Released(StrEnum):
    BY_PATRON = "patron"
    BY_STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Binding:
    """One card for each patron, and one patron for each card. Safe for many threads."""

    database: Database
    proofs: Proofs
    clock: Clock
    policy: Policy
    changes: CardChanges

    def bound(self, patron: PatronId) -> BoundCard | None:
        with self.database.session() as session:
            row = session.get(CredentialRow, patron)
            return shown(row, self.policy, self.clock.now()) if row is not None else None

    def bind(self, patron: PatronId, proof: MyNumberProof, kiosk: str) -> BoundCard:
        """Let the card find this patron from now on; the same proof again changes nothing.

        A card that another patron bound is moved only where both are the same person: the same
        name and birthday, as after a new library card.

        Raises:
            MyNumberNotOffered, CertificateNotAccepted, CertificateNotChecked.
            CertificateBoundToAnother: staff can let it go, once they know whose it is.
        """
        proved = self.proofs.judge(proof)
        if not self.proofs.challenges.use(proof.challenge, kiosk):
            return self._bound_before(patron, proved)
        bound = self._bind(patron, proved, Where.at_kiosk(kiosk))
        log.info("a My Number card was bound", extra={"told": {"kiosk": kiosk}})
        return bound

    @decided
    def let_go(
        self,
        patron: PatronId,
        by: Released = Released.BY_PATRON,
        where: Where = SOME_KIOSK,
    ) -> bool:
        """Whether there was one; no card finds the patron any more. Again changes nothing."""
        of_patron = delete(CredentialRow).where(CredentialRow.patron_id == patron)
        gone = of_patron.returning(CredentialRow.patron_id)
        with self.database.writing() as session:
            was_bound = session.scalar(gone) is not None
            if was_bound:
                self.changes.tell(session, patron, CardChange.MY_NUMBER_LET_GO, where)
        if was_bound:
            log.info("a My Number card was let go", extra={"told": {"by": by.value}})
        return was_bound

    def _bound_before(self, patron: PatronId, proved: Proved) -> BoundCard:
        """What this proof has bound already: its answer was lost, and it was sent again."""
        with self.database.session() as session:
            row = found_by_any(session, proved.certificate, proved.verdict)
            if row is None or row.patron_id != patron:
                raise CertificateNotAccepted
            return shown(row, self.policy, self.clock.now())

    @decided
    def _bind(self, patron: PatronId, proved: Proved, where: Where) -> BoundCard:
        credential = Credential.said_of(proved.certificate, proved.verdict)
        with self.database.writing() as session:
            theirs = session.get_one(PatronRow, patron, with_for_update=True)
            self._must_be_free(session, theirs, proved, where)
            if found_by(session, credential) is None:
                self.changes.tell(session, patron, CardChange.MY_NUMBER_BOUND, where)
            row = bind(session, patron, credential, self.clock.now())
            return shown(row, self.policy, self.clock.now())

    def _must_be_free(
        self, session: Session, theirs: PatronRow, proved: Proved, where: Where
    ) -> None:
        row = found_by_any(session, proved.certificate, proved.verdict)
        if row is None or row.patron_id == theirs.id:
            return
        other = session.get_one(PatronRow, row.patron_id)
        if (other.name, other.birth_date) != (theirs.name, theirs.birth_date):
            raise CertificateBoundToAnother
        session.delete(row)
        session.flush()
        self.changes.tell(session, other.id, CardChange.MY_NUMBER_LET_GO, where)


def shown(row: CredentialRow, policy: Policy, now: datetime) -> BoundCard:
    """What the patron, or staff, see of it."""
    told = timedelta(days=policy.my_number.told_days_before)
    return BoundCard(policy.calendar.today(row.not_after), ends_soon=row.not_after - now <= told)
