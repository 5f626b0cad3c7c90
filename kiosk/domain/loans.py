"""What a patron has on loan, and whether it may be kept longer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kiosk.domain.titles import CallNumber, Material, TitleId

LoanId = NewType("LoanId", str)


class WhyNotRenewable(StrEnum):
    """Why a loan cannot be renewed now (rules N2, N3)."""

    NOT_YET = "not_yet"  # from a day that is known
    RENEWED_ALREADY = "renewed_already"
    KIND_NOT_RENEWABLE = "kind_not_renewable"  # audio-visual, and what the policy marks
    RESERVED_BY_OTHERS = "reserved_by_others"
    OVERDUE = "overdue"  # where the policy lets no overdue loan be renewed


@dataclass(frozen=True, slots=True)
class Loan:
    """One item that a patron has; personal in the hands of its patron."""

    id: LoanId
    title: TitleId
    title_name: str
    creator: str
    call_number: CallNumber
    material: Material
    due_on: date  # the library's local date
    is_overdue: bool = False
    is_renewed: bool = False
    renewable_from: date | None = None  # the first day; None where it never will be
    renewed_until: date | None = None  # the due date if it were renewed now; None where it can't be
    why_not: WhyNotRenewable | None = None
