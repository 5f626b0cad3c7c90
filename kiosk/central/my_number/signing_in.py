"""Signing in with a My Number card: a challenge, its signature, a certificate that is good."""

import logging
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session as DatabaseSession

from kiosk.central.accounts.sessions import Sessions
from kiosk.central.my_number.binding import Binding, shown
from kiosk.central.my_number.credentials import Credential, bind, found_by_any
from kiosk.central.my_number.proving import Proofs, Proved
from kiosk.central.notices.card_changes import Where
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.card_changes import CardChange
from kiosk.domain.errors import CertificateNotBound
from kiosk.domain.patrons import MyNumberProof, Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MyNumber:
    """Off unless the library's policy states its legal basis. Safe for many threads."""

    database: Database
    proofs: Proofs
    binding: Binding
    sessions: Sessions

    def challenge(self, kiosk: str) -> bytes:
        """Raises MyNumberNotOffered."""
        self.proofs.must_be_offered()
        return self.proofs.challenges.new(kiosk)

    def sign_in(self, proof: MyNumberProof, kiosk: str) -> Session:
        """A session for whoever bound the card's certificate; the challenge is used up.

        A renewed card of a holder whom the platform knows again is bound anew by itself.

        Raises:
            MyNumberNotOffered, CertificateNotAccepted, CertificateNotChecked.
            CertificateNotBound: the proof is right, but no patron bound the certificate.
        """
        patron, card = self._find(self.proofs.prove(proof, kiosk), Where.at_kiosk(kiosk))
        session = self.sessions.open(patron, kiosk)
        is_told = card.ends_soon or card.was_renewed
        return replace(session, my_number=card) if is_told else session

    @decided
    def _find(self, proved: Proved, where: Where) -> tuple[PatronRow, BoundCard]:
        with self.database.session() as session:
            row = _found(session, proved)
            if _is_as_before(row, proved):
                return session.get_one(PatronRow, row.patron_id), self._shown(row)
        with self.database.writing() as session:
            return self._renewed(session, proved, where)

    def _renewed(
        self, session: DatabaseSession, proved: Proved, where: Where
    ) -> tuple[PatronRow, BoundCard]:
        """The same holder with another certificate, or with a name that the platform gives now."""
        row = _found(session, proved)
        patron = session.get_one(PatronRow, row.patron_id, with_for_update=True)
        former = row.not_after
        credential = Credential.said_of(proved.certificate, proved.verdict)
        bound = bind(session, patron.id, credential, self.proofs.clock.now())
        was_renewed = former != bound.not_after
        if was_renewed:
            self.binding.changes.tell(session, patron.id, CardChange.MY_NUMBER_RENEWED, where)
        log.info("a renewed My Number card was bound anew by itself")
        return patron, replace(self._shown(bound), was_renewed=was_renewed)

    def _shown(self, row: CredentialRow) -> BoundCard:
        return shown(row, self.binding.policy, self.proofs.clock.now())


def _found(session: DatabaseSession, proved: Proved) -> CredentialRow:
    row = found_by_any(session, proved.certificate, proved.verdict)
    if row is None:
        raise CertificateNotBound
    return row


def _is_as_before(row: CredentialRow, proved: Proved) -> bool:
    now = Credential.said_of(proved.certificate, proved.verdict)
    return (row.kind, row.issuer, row.serial, row.not_after) == (
        now.kind,
        now.issuer,
        now.serial,
        now.not_after,
    )
