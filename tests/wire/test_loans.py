from datetime import date

import pytest
from pydantic import ValidationError

from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.titles import CallNumber, Material, TitleId
from kiosk.wire.loans import LoanAnswer, MyLoansAnswer

LOANS = (
    Loan(
        LoanId("loan-1"),
        TitleId("botchan"),
        "坊っちゃん",
        "夏目 漱石",
        CallNumber("913.6", "ナツ", "1"),
        Material.BOOK,
        date(2026, 11, 20),
        is_overdue=True,
        renewable_from=date(2026, 11, 20),
        renewed_until=date(2026, 12, 4),
    ),
    Loan(
        LoanId("loan-2"),
        TitleId("ninth"),
        "交響曲第九番",
        "",
        CallNumber("762"),
        Material.CD,
        date(2026, 11, 21),
        is_renewed=True,
        why_not=WhyNotRenewable.KIND_NOT_RENEWABLE,
    ),
)


def test_loans_cross_the_line_and_are_the_same() -> None:
    there = MyLoansAnswer.model_validate_json(MyLoansAnswer.of(LOANS).model_dump_json())
    assert there.to_loans() == LOANS


@pytest.mark.parametrize("loan", LOANS)
def test_a_loan_crosses_the_line_alone(loan: Loan) -> None:
    there = LoanAnswer.model_validate_json(LoanAnswer.of(loan).model_dump_json())
    assert there.to_loan() == loan


def test_a_reason_that_nobody_knows_is_no_answer() -> None:
    document = LoanAnswer.of(LOANS[1]).model_dump(mode="json") | {"why_not": "moon_is_full"}
    with pytest.raises(ValidationError):
        LoanAnswer.model_validate(document)
