"""What the patron has on loan, at the central service."""

from datetime import date
from typing import Protocol

from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.patrons import Session


class Loans(Protocol):
    """Raises, each of them: LineLost, ServiceBroken, SessionEnded, PasswordMustBeChosen."""

    def mine(self, session: Session) -> tuple[Loan, ...]:
        """By due date, the earliest first."""
        ...

    def renew(self, session: Session, loan: LoanId, seen: date | None = None) -> Loan:
        """The loan with its new due date; again from the due date that was seen changes nothing.

        Raises:
            NotRenewable(why), LoanUnknown.
        """
        ...
