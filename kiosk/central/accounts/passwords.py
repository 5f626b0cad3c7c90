"""Signing in with a card number and a password, and choosing a password."""

from dataclasses import dataclass

from sqlalchemy import select, update

from kiosk.central.accounts.attempts import Attempts, Try
from kiosk.central.accounts.hashing import Hasher
from kiosk.central.accounts.sessions import Sessions, SignedPatron, end_others
from kiosk.central.notices.card_changes import SOME_KIOSK, CardChanges, Where
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.card_changes import CardChange
from kiosk.domain.card_numbers import bare_number
from kiosk.domain.errors import CardClosed, CardOrPasswordWrong, LibraryError, MethodNotOffered
from kiosk.domain.guessable import Known
from kiosk.domain.passwords import check_new_password, initial_password, is_same
from kiosk.domain.patrons import CardNumber, PatronId, Session
from kiosk.domain.policy import CardPolicy, PasswordPolicy


@dataclass(frozen=True, slots=True)
class Passwords:
    """Rules L1 to L4 and L7."""

    database: Database
    hasher: Hasher
    attempts: Attempts
    sessions: Sessions
    card_policy: CardPolicy
    policy: PasswordPolicy
    changes: CardChanges

    def sign_in(self, card: CardNumber, password: str, kiosk: str) -> Session:
        """Every try that is let through does the same work, whatever comes of it.

        Raises:
            CardOrPasswordWrong: whichever it is.
            CardClosed: also of a card that nobody has, and where the password would be right.
            TriedTooOften: nothing was looked at.
        """
        number = bare_number(card, self.card_policy)
        begun = self.attempts.begin(number, kiosk)
        wanted = select(PatronRow).where(PatronRow.card_number == number)
        with self.database.session() as session:
            patron = session.scalars(wanted).one_or_none()
        return self.open(begun, patron, password, kiosk)

    def open(self, begun: Try, patron: PatronRow | None, password: str, kiosk: str) -> Session:
        """A session, if the password is right; a try that was counted before, of whatever card.

        patron: None: nobody has the card; that is found out by the same work.

        Raises:
            CardOrPasswordWrong, CardClosed.
        """
        if not (self._is_right(patron, password) and begun.is_looked_at):
            raise refusal(begun)
        assert patron is not None, "no password is right for nobody"
        self.attempts.succeeded(begun)
        session = self.sessions.open(patron, kiosk)
        self._hash_anew(patron, password)
        return session

    def choose(self, signed: SignedPatron, password: str, where: Where = SOME_KIOSK) -> None:
        """Set the patron's own password for the first time; the same again is no change.

        Raises:
            PasswordNotAllowed: too short or long, other signs, or the initial one.
            MethodNotOffered: another was chosen before; that is not changed here.
        """
        with self.database.session() as session:
            patron = session.get_one(PatronRow, signed.patron)
        self.check(patron, password)
        if patron.has_chosen_password:
            if not self.hasher.matches(patron.password_hash, password):
                raise MethodNotOffered
            return
        self._set(signed, self.hasher.hash(password), where)

    def check(self, patron: PatronRow, password: str) -> None:
        """Raises PasswordNotAllowed."""
        known = Known(patron.card_number, patron.birth_date, patron.telephone)
        check_new_password(password, self._initial(patron), self.policy, known)

    @decided
    def _set(self, signed: SignedPatron, password_hash: str, where: Where) -> None:
        with self.database.writing() as session:
            patron = session.get_one(PatronRow, signed.patron, with_for_update=True)
            if patron.has_chosen_password:  # meanwhile, by another request
                raise MethodNotOffered
            patron.password_hash = password_hash
            end_others(session, signed)
            self.changes.tell(session, patron.id, CardChange.PASSWORD_SET, where)

    def _hash_anew(self, patron: PatronRow, password: str) -> None:
        """Where hashes cost something else now; it is the same password, and nobody is told."""
        former = patron.password_hash
        new = self.hasher.anew(former, password) if former is not None else None
        if new is not None:
            self._replace(patron.id, former, new)

    @decided
    def _replace(self, patron: PatronId, former: str | None, new: str) -> None:
        """Unless another password was set meanwhile."""
        same = (PatronRow.id == patron, PatronRow.password_hash == former)
        with self.database.writing() as session:
            session.execute(update(PatronRow).where(*same).values(password_hash=new))

    def _is_right(self, patron: PatronRow | None, password: str) -> bool:
        """One verification, whether there is such a patron, and a hash of theirs, or not."""
        matches = self.hasher.matches(patron.password_hash if patron else None, password)
        if patron is None or patron.has_chosen_password:
            return matches
        return is_same(password, self._initial(patron))

    def _initial(self, patron: PatronRow) -> str:
        return initial_password(patron.card_number, patron.birth_date, self.policy)


def refusal(begun: Try) -> LibraryError:
    """How a try is refused: by what was tried before, never by what was typed now."""
    return CardOrPasswordWrong() if begun.is_looked_at else CardClosed()
