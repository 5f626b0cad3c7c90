"""The simulated patron has a loan in each situation, for walks and demonstrations."""

from datetime import timedelta

import pytest

from kiosk.domain.errors import LineLost
from kiosk.domain.loans import WhyNotRenewable
from kiosk.domain.patrons import Session
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.lent import DUE_TODAY, NOT_DUE_YET
from kiosk.services.simulated.patrons import CARD, PASSWORD


@pytest.fixture
def library() -> SimulatedLibrary:
    return SimulatedLibrary()


@pytest.fixture
def session(library: SimulatedLibrary) -> Session:
    return library.accounts.sign_in(CARD, PASSWORD)


@pytest.mark.rule("N1", "N2", "N3")
def test_every_reason_but_one_is_to_be_seen(library: SimulatedLibrary, session: Session) -> None:
    mine = library.loans.mine(session)
    assert {loan.why_not for loan in mine} == {None, *WhyNotRenewable} - {WhyNotRenewable.OVERDUE}
    assert [loan.due_on for loan in mine] == sorted(loan.due_on for loan in mine)
    assert [loan.is_overdue for loan in mine] == [True, *[False] * 5]


@pytest.mark.rule("N2")
def test_what_is_early_today_can_be_renewed_once_its_day_has_come(
    library: SimulatedLibrary, session: Session
) -> None:
    library.clock.turn(timedelta(days=7))
    renewed = library.loans.renew(session, NOT_DUE_YET.id)
    assert renewed.due_on == NOT_DUE_YET.due_on + timedelta(days=14)


def test_two_libraries_share_no_loan(library: SimulatedLibrary, session: Session) -> None:
    library.loans.renew(session, DUE_TODAY.id)
    other = SimulatedLibrary()
    [same] = [
        loan
        for loan in other.loans.mine(other.accounts.sign_in(CARD, PASSWORD))
        if loan.id == DUE_TODAY.id
    ]
    assert not same.is_renewed


def test_loans_too_can_be_told_to_fail(library: SimulatedLibrary, session: Session) -> None:
    library.loans.breaks_with(LineLost(), times=1)
    with pytest.raises(LineLost):
        library.loans.mine(session)
    assert library.loans.mine(session)


def test_who_has_brought_everything_back_has_nothing(
    library: SimulatedLibrary, session: Session
) -> None:
    library.loans.takes_all_back(CARD)
    assert library.loans.mine(session) == ()
