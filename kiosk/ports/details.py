"""What patrons change about themselves, at the central service."""

from typing import Protocol

from kiosk.domain.circulation import Read
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.ic_cards import IcIdentifier
from kiosk.domain.looks import Language
from kiosk.domain.patrons import CardNumber, Session


class Details(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, SessionEnded, PasswordMustBeChosen.

    The two that need no session (ask_reset, reset) raise neither of the last two.
    """

    def mine(self, session: Session) -> PatronDetails: ...

    def set_email(self, session: Session, address: str, language: Language) -> PatronDetails:
        """Send a code of six digits there; the address is used once the code was typed (L6).

        Raises:
            ContactNotUnderstood(kind), TriedTooOften.
        """
        ...

    def confirm_email(self, session: Session, code: str, language: Language) -> PatronDetails:
        """Raises CodeWrong, TriedTooOften."""
        ...

    def set_number(self, session: Session, kind: ContactKind, number: str) -> PatronDetails:
        """A telephone or FAX number; raises ContactNotUnderstood(kind)."""
        ...

    def remove(self, session: Session, kind: ContactKind, language: Language) -> PatronDetails:
        """A former e-mail address is told, in this language."""
        ...

    def send_test_email(self, session: Session, language: Language) -> None:
        """To the confirmed address. Raises TriedTooOften, ContactMissing."""
        ...

    def change_password(self, session: Session, old: str, new: str) -> None:
        """Raises CardOrPasswordWrong (the old one), PasswordNotAllowed, TriedTooOften."""
        ...

    def bind_ic_card(self, session: Session, identifier: IcIdentifier) -> PatronDetails:
        """Let this card find the patron, in place of another; the same again changes nothing.

        Raises:
            IcCardBoundToAnother, IcCardNotOffered, TriedTooOften.
        """
        ...

    def let_ic_card_go(self, session: Session) -> PatronDetails: ...

    def ask_reset(self, card: CardNumber, language: Language) -> None:
        """Send a code to the card's e-mail address, if it has one (L5); never says whether.

        Raises:
            TriedTooOften.
        """
        ...

    def reset(self, card: CardNumber, code: str, new: str) -> None:
        """Raises CodeWrong, PasswordNotAllowed, TriedTooOften."""
        ...

    def keep_history(self, session: Session, *, keeps: bool) -> PatronDetails:
        """Begin a reading history, or stop it and erase all of it."""
        ...

    def history(self, session: Session) -> tuple[Read, ...]:
        """Latest first; empty for who keeps none."""
        ...
