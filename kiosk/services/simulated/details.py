"""Contacts and passwords of patrons, in memory; codes are told to whoever tests."""

import secrets
from dataclasses import replace
from datetime import date

from kiosk.domain.circulation import Read
from kiosk.domain.contacts import masked_email, masked_number
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CodeWrong,
    ContactMissing,
    ContactNotUnderstood,
    PasswordNotAllowed,
)
from kiosk.domain.ic_cards import BoundIcCard, IcIdentifier
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber, Session
from kiosk.services.simulated.accounts import LONGEST, SHORTEST, SimulatedAccounts
from kiosk.services.simulated.patrons import FACTS, SimulatedPatron
from kiosk.services.simulated.trouble import Breakable

TODAY = date(2026, 11, 20)  # of every simulated library
_DIGITS_OF_A_NUMBER = (10, 11)
READ = (Read("坊っちゃん", "夏目 漱石", date(2026, 10, 2), date(2026, 10, 14)),)


class SimulatedDetails(Breakable):
    def __init__(self, accounts: SimulatedAccounts) -> None:
        super().__init__()
        self._accounts = accounts
        self._details: dict[CardNumber, PatronDetails] = {}
        self._pending: dict[CardNumber, tuple[str, str]] = {}  # address, code
        self._resets: dict[CardNumber, str] = {}
        self.letters: list[tuple[str, str]] = []  # kind, address or masked address
        self.last_code = ""

    def mine(self, session: Session) -> PatronDetails:
        self._stumble()
        return self._of(self._accounts.patron_of(session))

    def set_email(self, session: Session, address: str, language: Language) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        name, at, domain = address.partition("@")
        if not (name and at and "." in domain.strip(".")):
            raise ContactNotUnderstood(ContactKind.EMAIL)
        self._pending[patron.card] = (address, self._new_code())
        self.letters.append((f"confirm_email {language}", address))
        return self._set(patron, email_pending=masked_email(address))

    def confirm_email(self, session: Session, code: str, language: Language) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        address, right = self._pending.get(patron.card, ("", ""))
        if not right or code != right:
            raise CodeWrong
        former = self._of(patron).email
        if former and former != masked_email(address):
            self.letters.append((f"email_changed {language}", former))
        return self._set(patron, email=masked_email(address), email_pending="")

    def set_number(self, session: Session, kind: ContactKind, number: str) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        digits = "".join(sign for sign in number if sign.isdigit())
        if len(digits) not in _DIGITS_OF_A_NUMBER or not digits.startswith("0"):
            raise ContactNotUnderstood(kind)
        return self._set(patron, **{kind.value: masked_number(number)})

    def remove(self, session: Session, kind: ContactKind, language: Language) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        if kind is ContactKind.EMAIL:
            self._pending.pop(patron.card, None)
            if self._of(patron).email:
                self.letters.append((f"email_changed {language}", self._of(patron).email))
            return self._set(patron, email="", email_pending="")
        return self._set(patron, **{kind.value: ""})

    def send_test_email(self, session: Session, language: Language) -> None:
        self._stumble()
        details = self._of(self._accounts.patron_of(session))
        if not details.email:
            raise ContactMissing
        self.letters.append((f"test_email {language}", details.email))

    def change_password(self, session: Session, old: str, new: str) -> None:
        self._stumble()
        patron = self._accounts.patron_of(session)
        if old != patron.password:
            raise CardOrPasswordWrong
        self._choose(patron, new)

    def bind_ic_card(self, session: Session, identifier: IcIdentifier) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        self._accounts.ic_cards.bind(patron.card, identifier)
        return self._of(patron)

    def let_ic_card_go(self, session: Session) -> PatronDetails:
        self._stumble()
        patron = self._accounts.patron_of(session)
        self._accounts.ic_cards.let_go(patron.card)
        return self._of(patron)

    def ask_reset(self, card: CardNumber, language: Language) -> None:
        self._stumble()
        patron = self._accounts.of_card(card)
        if patron is not None and self._of(patron).email:
            self._resets[card] = self._new_code()
            self.letters.append((f"password_reset {language}", self._of(patron).email))

    def reset(self, card: CardNumber, code: str, new: str) -> None:
        self._stumble()
        patron, right = self._accounts.of_card(card), self._resets.get(card)
        if patron is None or right is None or code != right:
            raise CodeWrong
        self._choose(patron, new)
        del self._resets[card]

    def keep_history(self, session: Session, *, keeps: bool) -> PatronDetails:
        self._stumble()
        return self._set(self._accounts.patron_of(session), keeps_history=keeps)

    def history(self, session: Session) -> tuple[Read, ...]:
        self._stumble()
        return READ if self._of(self._accounts.patron_of(session)).keeps_history else ()

    def _of(self, patron: SimulatedPatron) -> PatronDetails:
        known = self._details.get(patron.card)
        details = known or replace(patron.details, sender_address=FACTS.sender_address)
        ic_cards = self._accounts.ic_cards
        bound = ic_cards.of(patron.card)
        return replace(
            details,
            offers_my_number=self._accounts.offers_my_number,
            my_number=self._accounts.card_of(patron),
            offers_ic_card=ic_cards.rules.is_offered,
            ic_card=BoundIcCard(bound.kind, TODAY) if bound is not None else None,
        )

    def _set(self, patron: SimulatedPatron, **changed: str | bool) -> PatronDetails:
        self._details[patron.card] = replace(self._of(patron), **changed)  # type: ignore[arg-type]
        return self._details[patron.card]

    def _choose(self, patron: SimulatedPatron, new: str) -> None:
        if not SHORTEST <= len(new) <= LONGEST:
            raise PasswordNotAllowed("length")
        if not (new.isascii() and new.isalnum()):
            raise PasswordNotAllowed("letters")
        patron.password = new

    def _new_code(self) -> str:
        self.last_code = f"{secrets.randbelow(10**6):06}"
        return self.last_code
