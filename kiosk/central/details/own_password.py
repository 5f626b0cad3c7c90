"""Changing a password that is known, and resetting one that is forgotten (rule L5)."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.accounts.allowance import take
from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.passwords import Passwords, refusal
from kiosk.central.accounts.sessions import SignedPatron, end_others
from kiosk.central.details.codes import Codes
from kiosk.central.details.details import AN_HOUR
from kiosk.central.notices.card_changes import CardChanges, Where
from kiosk.central.notices.letters import send_letter
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.details import CodePurpose, CodeRow
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.card_changes import CardChange
from kiosk.domain.card_numbers import bare_number
from kiosk.domain.errors import CardClosed, CodeWrong
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.patrons import CardNumber, PatronId

NOBODY = PatronId("")  # whose codes are looked for where there is no such card


@dataclass(frozen=True, slots=True)
class OwnPassword:
    """What patrons do about their passwords after the first one. Safe for many threads."""

    database: Database
    passwords: Passwords
    attempts: Attempts
    codes: Codes
    changes: CardChanges

    def change(self, signed: SignedPatron, old: str, new: str, kiosk: str) -> None:
        """Set another password; the same change again changes nothing.

        Raises:
            CardOrPasswordWrong: the old one is not right.
            CardClosed, PasswordNotAllowed, TriedTooOften.
        """
        row = self._patron(signed.patron)
        begun = self.attempts.begin(row.card_number, kiosk)
        hasher = self.passwords.hasher
        is_done = hasher.matches(row.password_hash, new)
        is_right = is_done or hasher.matches(row.password_hash, old)
        if not (is_right and begun.is_looked_at):
            raise refusal(begun)
        self.attempts.succeeded(begun)
        if not is_done:
            self.passwords.check(row, new)
            self._set(signed, hasher.hash(new), Where.at_kiosk(kiosk))

    @decided
    def ask_reset(self, card: CardNumber, kiosk: str) -> None:
        """Count somebody's asking for a code; the same work for every card, and for none.

        Raises:
            TriedTooOften: for this card, which need not exist, or at this kiosk.
        """
        asked = self.attempts.hash_of(bare_number(card, self.passwords.card_policy))
        clock, limit = self.codes.clock, self.codes.policy.per_hour
        with self.database.writing() as session:
            take(session, clock, f"resets of {asked}", limit, AN_HOUR)
            take(session, clock, f"resets at {kiosk}", self.attempts.policy.per_kiosk, AN_HOUR)

    def send_code(self, card: CardNumber, language: Language) -> None:
        """Write the code, if the card has a confirmed address.

        Done when the answer is out: how long it takes would tell who has an address.
        """
        number, clock = bare_number(card, self.passwords.card_policy), self.codes.clock
        with self.database.writing() as session:
            row = _by_card(session, number)
            if row is None or row.email is None or not row.email_is_confirmed:
                return
            code = self.codes.new(session, row.id, CodePurpose.RESET_PASSWORD, row.email)
            kind, now = LetterKind.PASSWORD_RESET, clock.now()
            send_letter(session, kind, row.email, language, now=now, code=code)

    def reset(self, card: CardNumber, code: str, new: str, kiosk: str) -> None:
        """Set another password by a code; the same again changes nothing.

        Raises:
            CodeWrong: also for a card that nobody has.
            CardClosed: no code opens it either.
            PasswordNotAllowed: the code stays good.
            TriedTooOften.
        """
        number = bare_number(card, self.passwords.card_policy)
        begun = self.attempts.begin(number, kiosk)
        with self.database.session() as session:
            row = _by_card(session, number)
        right = self._right(row.id if row is not None else NOBODY, code)
        if not begun.is_looked_at:
            raise CardClosed
        if row is None or right is None:
            raise CodeWrong
        if right.used_at is not None:
            if not self.passwords.hasher.matches(row.password_hash, new):
                raise CodeWrong
        else:
            self.passwords.check(row, new)
            self._set_by_code(row.id, new, Where.at_kiosk(kiosk))
        self.attempts.succeeded(begun)

    def back_to_initial(self, patron: PatronId, where: Where) -> None:
        """At the counter, after proof of identity: the initial password opens once more (L5)."""
        with self.database.writing() as session:
            row = session.get_one(PatronRow, patron, with_for_update=True)
            if row.has_chosen_password:
                self.changes.tell(session, patron, CardChange.PASSWORD_SET_BACK, where)
            row.password_hash = None
            self.codes.forget(session, patron)
            _end_sessions(session, patron)

    def release(self, patron: PatronId, where: Where) -> None:
        """At the counter: passwords open a closed card again; of an open one nothing is told."""
        card_hash = self.attempts.hash_of(self._patron(patron).card_number)
        with self.database.writing() as session:
            session.get_one(PatronRow, patron, with_for_update=True)  # two at once tell it once
            if self.attempts.is_closed_in(session, card_hash):
                self.changes.tell(session, patron, CardChange.RELEASED, where)
            self.attempts.release_in(session, card_hash)

    def _right(self, patron: PatronId, code: str) -> CodeRow | None:
        with self.database.writing() as session:
            return self.codes.right(session, patron, CodePurpose.RESET_PASSWORD, code)

    def _set_by_code(self, patron: PatronId, new: str, where: Where) -> None:
        """Password and code in one: who resets twice at once resets once."""
        password_hash = self.passwords.hasher.hash(new)
        with self.database.writing() as session:
            code = self.codes.waiting(session, patron, CodePurpose.RESET_PASSWORD, locks=True)
            if code is None:
                raise CodeWrong
            code.used_at = self.codes.clock.now()
            session.get_one(PatronRow, patron, with_for_update=True).password_hash = password_hash
            _end_sessions(session, patron)
            self.changes.tell(session, patron, CardChange.PASSWORD_SET, where)

    @decided
    def _set(self, signed: SignedPatron, password_hash: str, where: Where) -> None:
        with self.database.writing() as session:
            row = session.get_one(PatronRow, signed.patron, with_for_update=True)
            row.password_hash = password_hash
            end_others(session, signed)
            self.changes.tell(session, row.id, CardChange.PASSWORD_SET, where)

    def _patron(self, patron: PatronId) -> PatronRow:
        with self.database.session() as session:
            return session.get_one(PatronRow, patron)


def _by_card(session: Session, number: CardNumber) -> PatronRow | None:
    return session.scalars(select(PatronRow).where(PatronRow.card_number == number)).one_or_none()


def _end_sessions(session: Session, patron: PatronId) -> None:
    session.execute(delete(PatronSessionRow).where(PatronSessionRow.patron_id == patron))
