"""Who the patron is: the central service's answer."""

from typing import Protocol

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
        """Raises CertificateNotAccepted, CertificateNotBound, MyNumberNotOffered."""
        ...

    def choose_password(self, session: Session, password: str) -> None:
        """Raises PasswordNotAllowed."""
        ...

    def sign_out(self, session: Session) -> None: ...
