"""A patron's loans at a kiosk: looking, and keeping them longer."""

from typing import Annotated

from fastapi import APIRouter, Path

from kiosk.central.kiosks.access import PatronHere, ServiceHere
from kiosk.central.kiosks.problems import documents
from kiosk.domain.errors import LoanUnknown, NotRenewable, PasswordMustBeChosen, SessionEnded
from kiosk.domain.loans import LoanId
from kiosk.wire.loans import LoanAnswer, MyLoansAnswer, RenewalRequest

routes = APIRouter(tags=["loans"])

_SIGNED = (SessionEnded, PasswordMustBeChosen)
LoanHere = Annotated[LoanId, Path(max_length=200)]


@routes.get("/loans", responses=documents(*_SIGNED))
def mine(service: ServiceHere, signed: PatronHere) -> MyLoansAnswer:
    """Show what the patron has on loan, by due date (rule N1)."""
    return MyLoansAnswer.of(service.loans.mine(signed.patron))


@routes.put("/loans/{loan}/renewal", responses=documents(*_SIGNED, LoanUnknown, NotRenewable))
def renew(
    service: ServiceHere, signed: PatronHere, loan: LoanHere, asked: RenewalRequest | None = None
) -> LoanAnswer:
    """Move the due date (rules N2, N3); again from the same date has the first answer.

    Kiosks of an earlier version send no date: there again on the same day has the first answer.
    """
    seen = asked.due_on if asked is not None else None
    return LoanAnswer.of(service.loans.renew(signed.patron, loan, seen))
