"""What the patron has on loan, at the central service."""

from datetime import date
from urllib.parse import quote

from kiosk.domain.loans import Loan, LoanId
from kiosk.domain.patrons import Session
from kiosk.services.central.http import CentralHttp
from kiosk.wire.loans import LoanAnswer, MyLoansAnswer, RenewalRequest


class CentralLoans:
    def __init__(self, http: CentralHttp) -> None:
        self._http = http

    def mine(self, session: Session) -> tuple[Loan, ...]:
        return self._http.get("/loans", MyLoansAnswer, session=session).to_loans()

    def renew(self, session: Session, loan: LoanId, seen: date | None = None) -> Loan:
        path = f"/loans/{quote(loan, safe='')}/renewal"
        asked = RenewalRequest(due_on=seen) if seen is not None else None
        return self._http.put(path, asked, LoanAnswer, session=session).to_loan()
