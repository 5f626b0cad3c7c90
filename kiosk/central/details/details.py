"""What patrons change about themselves, one transaction a call."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from kiosk.central.accounts.allowance import take
from kiosk.central.circulation.history import history, keep_history, stop_history
from kiosk.central.clock import Clock
from kiosk.central.details.codes import Codes
from kiosk.central.details.contacts import email_address, number
from kiosk.central.my_number.binding import shown
from kiosk.central.notices.letters import send_letter
from kiosk.central.storage.database import Database
from kiosk.central.tables.details import CodePurpose
from kiosk.central.tables.ic_cards import IcCardRow
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.circulation import Read
from kiosk.domain.contacts import masked_email, masked_number
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import CodeWrong, ContactMissing
from kiosk.domain.ic_cards import BoundIcCard
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import Binder, Policy

AN_HOUR = timedelta(hours=1)
_JUST_NOW = timedelta(minutes=1)  # asked again so soon: the answer was lost, or the finger trembled
_NUMBERS = {ContactKind.TELEPHONE: "telephone", ContactKind.FAX: "fax"}


@dataclass(frozen=True, slots=True)
class Details:
    """Rule L6, and the contacts that rule R3 asks for. Safe for many threads."""

    database: Database
    clock: Clock
    policy: Policy
    codes: Codes

    def mine(self, patron: PatronId) -> PatronDetails:
        with self.database.session() as session:
            return self._shown(session, patron)

    def set_email(self, patron: PatronId, typed: str, language: Language) -> PatronDetails:
        """Send a code to this address, which is used once the code was typed.

        The same address again within a minute sends nothing more.

        Raises:
            ContactNotUnderstood, TriedTooOften.
        """
        address = email_address(typed)
        with self.database.writing() as session:
            if not self._was_just_sent(session, patron, address):
                self._allow_letter(session, patron)
                code = self.codes.new(session, patron, CodePurpose.CONFIRM_EMAIL, address)
                kind, now = LetterKind.CONFIRM_EMAIL, self.clock.now()
                send_letter(session, kind, address, language, now=now, code=code)
            session.flush()
            return self._shown(session, patron)

    def confirm_email(self, patron: PatronId, typed: str, language: Language) -> PatronDetails:
        """Take the address over; its former one is told. Typing the code again changes nothing.

        Raises:
            CodeWrong.
        """
        with self.database.writing() as session:
            code = self.codes.right(session, patron, CodePurpose.CONFIRM_EMAIL, typed)
            if code is not None:
                self._take_email(session, patron, code.address, language)
                code.used_at = self.clock.now()
                session.flush()
            shown = self._shown(session, patron)
        if code is None:
            raise CodeWrong
        return shown

    def set_number(self, patron: PatronId, kind: ContactKind, typed: str) -> PatronDetails:
        """Take a telephone or FAX number over. Raises ContactNotUnderstood."""
        usable = number(kind, typed)
        with self.database.writing() as session:
            row = session.get_one(PatronRow, patron, with_for_update=True)
            setattr(row, _NUMBERS[kind], usable)
            setattr(row, f"{_NUMBERS[kind]}_is_confirmed", True)
            return self._shown(session, patron)

    def remove(self, patron: PatronId, kind: ContactKind, language: Language) -> PatronDetails:
        """Forget a contact, and for an address what was sent there; again changes nothing."""
        with self.database.writing() as session:
            row = session.get_one(PatronRow, patron, with_for_update=True)
            if kind is ContactKind.EMAIL:
                self._tell_former(session, row, language)
                self.codes.forget(session, patron)
            setattr(row, kind.value, None)
            setattr(row, f"{kind.value}_is_confirmed", False)
            session.flush()
            return self._shown(session, patron)

    def send_test_email(self, patron: PatronId, language: Language) -> None:
        """Raises TriedTooOften, ContactMissing."""
        with self.database.writing() as session:
            row = session.get_one(PatronRow, patron)
            if row.email is None or not row.email_is_confirmed:
                raise ContactMissing
            self._allow_letter(session, patron)
            send_letter(session, LetterKind.TEST_EMAIL, row.email, language, now=self.clock.now())

    def keep_history(self, patron: PatronId, *, keeps: bool) -> PatronDetails:
        """Begin a reading history, or stop it and erase all of it."""
        with self.database.writing() as session:
            (keep_history if keeps else stop_history)(session, patron)
            session.flush()
            return self._shown(session, patron)

    def history(self, patron: PatronId) -> tuple[Read, ...]:
        """Latest first."""
        with self.database.session() as session:
            return history(session, patron)

    def _shown(self, session: Session, patron: PatronId) -> PatronDetails:
        row = session.get_one(PatronRow, patron)
        code = self.codes.waiting(session, patron, CodePurpose.CONFIRM_EMAIL)
        return PatronDetails(
            email=masked_email(row.email) if row.email and row.email_is_confirmed else "",
            email_pending=masked_email(code.address) if code else "",
            telephone=masked_number(row.telephone or ""),
            fax=masked_number(row.fax or ""),
            keeps_history=row.keeps_history,
            offers_ic_card=self.policy.ic_card.may_bind(Binder.PATRON),
            ic_card=self._bound_ic_card(session, patron),
            sender_address=self.policy.notice.sender_address,
            offers_my_number=self.policy.my_number.is_offered,
            my_number=self._bound_card(session, patron),
        )

    def _bound_card(self, session: Session, patron: PatronId) -> BoundCard | None:
        bound = session.get(CredentialRow, patron)
        return shown(bound, self.policy, self.clock.now()) if bound is not None else None

    def _bound_ic_card(self, session: Session, patron: PatronId) -> BoundIcCard | None:
        bound = session.get(IcCardRow, patron)
        if bound is None:
            return None
        return BoundIcCard(bound.kind, self.policy.calendar.today(bound.bound_at))

    def _was_just_sent(self, session: Session, patron: PatronId, address: str) -> bool:
        code = self.codes.waiting(session, patron, CodePurpose.CONFIRM_EMAIL)
        if code is None or code.address != address:
            return False
        return self.clock.now() - code.sent_at < _JUST_NOW

    def _allow_letter(self, session: Session, patron: PatronId) -> None:
        limit = self.policy.codes.per_hour
        take(session, self.clock, f"letters to {patron}", limit, AN_HOUR)

    def _take_email(
        self, session: Session, patron: PatronId, address: str, language: Language
    ) -> None:
        row = session.get_one(PatronRow, patron, with_for_update=True)
        if row.email != address:
            self._tell_former(session, row, language)
        row.email, row.email_is_confirmed = address, True

    def _tell_former(self, session: Session, row: PatronRow, language: Language) -> None:
        """Whoever reads the former address learns that it is no longer used."""
        now: datetime = self.clock.now()
        if row.email and row.email_is_confirmed:
            send_letter(session, LetterKind.EMAIL_CHANGED, row.email, language, now=now)
