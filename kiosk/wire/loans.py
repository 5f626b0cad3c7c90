"""Loans: what a patron has, and keeping it longer."""

from datetime import date
from typing import Self

from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.titles import Material, TitleId
from kiosk.wire.message import Asked, Message
from kiosk.wire.records import CallNumberRecord


class RenewalRequest(Asked):
    """PUT /loans/{id}/renewal: a due date is renewed from once, however often it is sent."""

    due_on: date  # as the patron saw it


class LoanAnswer(Message):
    """One loan: what PUT /loans/{id}/renewal answers, and one line of GET /loans."""

    id: LoanId
    title: TitleId
    title_name: str
    creator: str
    call_number: CallNumberRecord
    material: Material
    due_on: date
    is_overdue: bool = False
    is_renewed: bool = False
    renewable_from: date | None = None
    renewed_until: date | None = None
    why_not: WhyNotRenewable | None = None

    @classmethod
    def of(cls, loan: Loan) -> Self:
        return cls(
            id=loan.id,
            title=loan.title,
            title_name=loan.title_name,
            creator=loan.creator,
            call_number=CallNumberRecord.of(loan.call_number),
            material=loan.material,
            due_on=loan.due_on,
            is_overdue=loan.is_overdue,
            is_renewed=loan.is_renewed,
            renewable_from=loan.renewable_from,
            renewed_until=loan.renewed_until,
            why_not=loan.why_not,
        )

    def to_loan(self) -> Loan:
        return Loan(
            id=self.id,
            title=self.title,
            title_name=self.title_name,
            creator=self.creator,
            call_number=self.call_number.to_call_number(),
            material=self.material,
            due_on=self.due_on,
            is_overdue=self.is_overdue,
            is_renewed=self.is_renewed,
            renewable_from=self.renewable_from,
            renewed_until=self.renewed_until,
            why_not=self.why_not,
        )


class MyLoansAnswer(Message):
    """GET /loans: by due date, the earliest first."""

    loans: tuple[LoanAnswer, ...]

    @classmethod
    def of(cls, loans: tuple[Loan, ...]) -> Self:
        return cls(loans=tuple(LoanAnswer.of(loan) for loan in loans))

    def to_loans(self) -> tuple[Loan, ...]:
        return tuple(answer.to_loan() for answer in self.loans)
