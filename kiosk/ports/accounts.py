"""Who the patron is: the central service's answer."""

from typing import Protocol

from kiosk.domain.bound_card import BoundCard
from kiosk.domain.ic_cards import IcCardRules, IcIdentifier
from kiosk.domain.patrons import CardNumber, MyNumberProof, Session


class Accounts(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, TriedTooOften, SessionEnded."""

    def sign_in(self, card: CardNumber, password: str) -> Session:
        """Raises CardOrPasswordWrong."""
        ...

    def challenge(self) -> bytes:
        """32 random bytes for a My Number card to sign, good once. Raises MyNumberNotOffered."""
        ...

    def sign_in_with_my_number(self, proof: MyNumberProof) -> Session:
        """Raises CertificateNotAccepted, -NotBound, -NotChecked, MyNumberNotOffered."""
        ...

    def bind_my_number(self, session: Session, proof: MyNumberProof) -> BoundCard:
        """Let this card sign the patron in from now on; it may be sent twice.

        Raises:
            CertificateNotAccepted, CertificateNotChecked, MyNumberNotOffered.
            CertificateBoundToAnother: somebody else has bound it.
            PasswordMustBeChosen.
        """
        ...

    def let_my_number_go(self, session: Session) -> None:
        """No My Number card signs the patron in any more; again changes nothing.

        Raises:
            PasswordMustBeChosen.
        """
        ...

    def ic_card_rules(self) -> IcCardRules:
        """What is done with any IC card; whose one is, is not told."""
        ...

    def sign_in_with_ic_card(self, identifier: IcIdentifier, password: str) -> Session:
        """Without a password ("") where the rules ask for none.

        Raises:
            CardOrPasswordWrong: also where nobody bound it.
            IcCardNotBound: only where no password is asked.
            IcCardNotOffered.
        """
        ...

    def choose_password(self, session: Session, password: str) -> None:
        """Raises PasswordNotAllowed."""
        ...

    def sign_out(self, session: Session) -> None: ...
