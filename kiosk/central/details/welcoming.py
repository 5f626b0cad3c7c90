"""What a patron is told with a new session: what changed of that which opens the card."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session as DatabaseSession

from kiosk.central.accounts.secrets import hash_of
from kiosk.central.my_number.binding import shown
from kiosk.central.notices.card_changes import CardChanges
from kiosk.central.storage.database import Database
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import CredentialRow
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.patrons import PatronId, Session


@dataclass(frozen=True, slots=True)
class Welcome:
    """Whatever the patron signed in with. Safe for many threads."""

    database: Database
    changes: CardChanges

    def told(self, signed: Session) -> Session:
        """The session, with what is to be told; to who must choose a password first, nothing."""
        if signed.must_choose_password:
            return signed
        with self.database.session() as session:
            row = session.get(PatronSessionRow, hash_of(signed.token))
            if row is None:  # signed out meanwhile
                return signed
            changes = self.changes.untold(session, row.patron_id)
            card = signed.my_number or self._ending(session, row.patron_id)
        return replace(signed, my_number=card, changes=changes)

    def _ending(self, session: DatabaseSession, patron: PatronId) -> BoundCard | None:
        """The bound My Number card, where it ends soon."""
        policy = self.changes.policy
        row = session.get(CredentialRow, patron) if policy.my_number.is_offered else None
        card = shown(row, policy, self.changes.clock.now()) if row is not None else None
        return card if card is not None and card.ends_soon else None
