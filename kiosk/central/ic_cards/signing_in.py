"""Signing in with an IC card that a patron bound, and with the password where it is asked."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosk.central.accounts.passwords import Passwords
from kiosk.central.ic_cards.bindings import Bindings
from kiosk.central.tables.ic_cards import IcCardRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.errors import IcCardNotBound, IcCardNotOffered
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.patrons import CardNumber, Session
from kiosk.domain.policy import IcCardPolicy


@dataclass(frozen=True, slots=True)
class IcCardSignIn:
    """Tries are counted as those with a library card are: of the same card, and of the kiosk."""

    bindings: Bindings
    passwords: Passwords

    @property
    def policy(self) -> IcCardPolicy:
        return self.bindings.policy

    def sign_in(self, identifier: IcIdentifier, password: str, kiosk: str) -> Session:
        """A session for whoever bound the card.

        Where a password is asked, a card that nobody bound costs the same work and is answered in
        the same words as a wrong password. Without one it can only be said.

        Raises:
            IcCardNotOffered: at all, or of this kind.
            CardOrPasswordWrong, CardClosed: where a password is asked; as for a library card.
            IcCardNotBound: no password is asked, and nobody bound it, or somebody who must
                choose one first.
            TriedTooOften: nothing was looked at.
        """
        if not self.policy.takes(identifier.kind):
            raise IcCardNotOffered
        name = self.bindings.hash_of(identifier)
        patron = self._holder(name)
        if self.policy.asks_password:
            counted = _nobodys(name) if patron is None else patron.card_number
            begun = self.passwords.attempts.begin(counted, kiosk)
            return self.passwords.open(begun, patron, password, kiosk)
        return self._sign_in_by_number(name, patron, kiosk)

    def _sign_in_by_number(self, name: str, patron: PatronRow | None, kiosk: str) -> Session:
        """A try is counted for the card that was laid down: no number is found by trying."""
        begun = self.passwords.attempts.begin(_nobodys(name), kiosk)
        if patron is None or not patron.has_chosen_password:
            raise IcCardNotBound
        self.passwords.attempts.succeeded(begun)
        return self.passwords.sessions.open(patron, kiosk)

    def _holder(self, name: str) -> PatronRow | None:
        wanted = (
            select(PatronRow)
            .join(IcCardRow, IcCardRow.patron_id == PatronRow.id)
            .where(IcCardRow.identifier_hash == name)
        )
        with self.bindings.database.session() as session:
            return session.scalars(wanted).one_or_none()


def _nobodys(name: str) -> CardNumber:
    """What its tries are counted as: no library card has such a number."""
    return CardNumber(f"ic {name}")
