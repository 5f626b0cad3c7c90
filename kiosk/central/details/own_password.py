"""Changing a password that is known, and resetting one that is forgotten (rule L5)."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.central.accounts.allowance import take
from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.passwords import Passwords
from kiosk.central.accounts.sessions import SignedPatron
from kiosk.central.database import Database
from kiosk.central.details.codes import Codes
from kiosk.central.details.details import AN_HOUR
from kiosk.central.notices.letters import send_letter
from kiosk.central.tables.details import CodePurpose, CodeRow
from kiosk.central.tables.kiosks import PatronSessionRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.card_numbers import bare_number
from kiosk.domain.errors import CardOrPasswordWrong, CodeWrong
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.patrons import CardNumber, PatronId


@dataclass(frozen=True, slots=True)
class OwnPassword:
    """What patrons do about their passwords after the first one. Safe for many threads."""

    database: Database
    passwords: Passwords
    attempts: Attempts
    codes: Codes

    def change(self, signed: SignedPatron, old: str, new: str, kiosk: str) -> None:
        """Set another password; the same change again changes nothing.

        Raises:
            CardOrPasswordWrong: the old one is not right.
            PasswordNotAllowed, TriedTooOften.
        """
        row = self._patron(signed.patron)
        self.attempts.begin(row.card_number, kiosk)
        hasher = self.passwords.hasher
        is_done = hasher.matches(row.password_hash, new)
        if not is_done and not hasher.matches(row.password_hash, old):
            raise CardOrPasswordWrong
        self.attempts.succeeded(row.card_number, kiosk)
        if not is_done:
            self.passwords.check(row, new)
            self._set(signed.patron, new)
            self.passwords.sessions.end_others(signed)

    def ask_reset(self, card: CardNumber, language: Language, kiosk: str) -> None:
        """Send a code, if the card has a confirmed address; what it has is never told.

        Raises:
            TriedTooOften: for this card, which need not exist, or at this kiosk.
        """
        number = bare_number(card, self.passwords.card_policy)
        clock, limit = self.codes.clock, self.codes.policy.per_hour
        with self.database.writing() as session:
            take(session, clock, f"resets of {number}", limit, AN_HOUR)
            take(session, clock, f"resets at {kiosk}", self.attempts.policy.per_kiosk, AN_HOUR)
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
            PasswordNotAllowed: the code stays good.
            TriedTooOften.
        """
        number = bare_number(card, self.passwords.card_policy)
        self.attempts.begin(number, kiosk)
        with self.database.session() as session:
            row = _by_card(session, number)
        right = None if row is None else self._right(row.id, code)
        if row is None or right is None:
            raise CodeWrong
        if right.used_at is not None:
            if not self.passwords.hasher.matches(row.password_hash, new):
                raise CodeWrong
        else:
            self.passwords.check(row, new)
            self._set_by_code(row.id, new)
        self.attempts.succeeded(number, kiosk)

    def back_to_initial(self, patron: PatronId) -> None:
        """At the counter, after proof of identity: the initial password opens once more (L5)."""
        with self.database.writing() as session:
            row = session.get_one(PatronRow, patron, with_for_update=True)
            row.password_hash = None
            self.codes.forget(session, patron)
            _end_sessions(session, patron)

    def _right(self, patron: PatronId, code: str) -> CodeRow | None:
        with self.database.writing() as session:
            return self.codes.right(session, patron, CodePurpose.RESET_PASSWORD, code)

    def _set_by_code(self, patron: PatronId, new: str) -> None:
        """Password and code in one: who resets twice at once resets once."""
        password_hash = self.passwords.hasher.hash(new)
        with self.database.writing() as session:
            code = self.codes.waiting(session, patron, CodePurpose.RESET_PASSWORD, locks=True)
            if code is None:
                raise CodeWrong
            code.used_at = self.codes.clock.now()
            session.get_one(PatronRow, patron, with_for_update=True).password_hash = password_hash
            _end_sessions(session, patron)

    def _set(self, patron: PatronId, new: str) -> None:
        password_hash = self.passwords.hasher.hash(new)
        with self.database.writing() as session:
            session.get_one(PatronRow, patron, with_for_update=True).password_hash = password_hash

    def _patron(self, patron: PatronId) -> PatronRow:
        with self.database.session() as session:
            return session.get_one(PatronRow, patron)


def _by_card(session: Session, number: CardNumber) -> PatronRow | None:
    return session.scalars(select(PatronRow).where(PatronRow.card_number == number)).one_or_none()


def _end_sessions(session: Session, patron: PatronId) -> None:
    session.execute(delete(PatronSessionRow).where(PatronSessionRow.patron_id == patron))
