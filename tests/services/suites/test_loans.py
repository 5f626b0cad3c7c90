"""Loans, whichever make of them stands behind the port."""

from datetime import date, timedelta

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    AlreadyOnLoan,
    LoanUnknown,
    NotRenewable,
    PasswordMustBeChosen,
    SessionEnded,
)
from kiosk.domain.loans import LoanId, WhyNotRenewable
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.titles import FoundTitle
from kiosk.services.simulated.patrons import INITIAL_PASSWORD, NEW_CARD
from kiosk.services.simulated.stock import BOTCHAN, CENTRAL_BRANCH, KOKORO, RESTAURANT, SYMPHONY
from tests.services.suites.desks import Desk

TODAY = date(2026, 11, 20)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
TWO_WEEKS = timedelta(days=14)


@pytest.fixture
def newcomer(desk: Desk) -> Session:
    """Somebody else, with a password of their own."""
    session = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    desk.accounts.choose_password(session, "midori26")
    return session


def reserve(desk: Desk, session: Session, found: FoundTitle) -> None:
    options = desk.reservations.options(session, found.title.id)
    desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)


@pytest.mark.rule("N1")
def test_titles_and_due_dates_are_shown_the_earliest_first(desk: Desk, session: Session) -> None:
    assert desk.loans.mine(session) == ()
    desk.lend(BOTCHAN, TOMORROW)
    desk.lend(KOKORO, YESTERDAY)
    mine = desk.loans.mine(session)
    assert [(loan.title_name, loan.due_on) for loan in mine] == [
        ("こころ", YESTERDAY),
        ("坊っちゃん", TOMORROW),
    ]
    assert [(loan.creator, str(loan.call_number)) for loan in mine] == [
        ("夏目 漱石", "913.6 ナツ")
    ] * 2
    assert [loan.is_overdue for loan in mine] == [True, False]


@pytest.mark.rule("N2")
def test_before_the_due_day_it_is_said_from_which_day(desk: Desk, session: Session) -> None:
    early = desk.lend(BOTCHAN, TOMORROW)
    [loan] = desk.loans.mine(session)
    assert (loan.why_not, loan.renewable_from) == (WhyNotRenewable.NOT_YET, TOMORROW)
    assert loan.renewed_until is None
    with pytest.raises(NotRenewable) as refused:
        desk.loans.renew(session, early)
    assert refused.value == NotRenewable(WhyNotRenewable.NOT_YET, TOMORROW)
    assert desk.loans.mine(session) == (loan,)


@pytest.mark.rule("N2")
@pytest.mark.parametrize("due_on", [TODAY, YESTERDAY])
def test_from_the_due_day_on_it_is_renewed_by_two_weeks(
    desk: Desk, session: Session, due_on: date
) -> None:
    due = desk.lend(BOTCHAN, due_on)
    [before] = desk.loans.mine(session)
    assert (before.why_not, before.renewed_until) == (None, due_on + TWO_WEEKS)
    renewed = desk.loans.renew(session, due)
    assert (renewed.due_on, renewed.is_renewed) == (due_on + TWO_WEEKS, True)
    assert (renewed.why_not, renewed.renewable_from) == (WhyNotRenewable.RENEWED_ALREADY, None)
    assert desk.loans.mine(session) == (renewed,)


@pytest.mark.rule("N2")
def test_who_did_not_hear_the_answer_renews_once_all_the_same(desk: Desk, session: Session) -> None:
    due = desk.lend(BOTCHAN, TODAY)
    assert desk.loans.renew(session, due) == desk.loans.renew(session, due)
    [loan] = desk.loans.mine(session)
    assert loan.due_on == TODAY + TWO_WEEKS


@pytest.mark.rule("N3")
def test_what_is_audiovisual_is_never_renewed(desk: Desk, session: Session) -> None:
    music = desk.lend(SYMPHONY, TODAY)
    [loan] = desk.loans.mine(session)
    assert (loan.why_not, loan.renewable_from) == (WhyNotRenewable.KIND_NOT_RENEWABLE, None)
    with pytest.raises(NotRenewable) as refused:
        desk.loans.renew(session, music)
    assert refused.value.reason == WhyNotRenewable.KIND_NOT_RENEWABLE


@pytest.mark.rule("N3")
def test_what_somebody_else_waits_for_is_not_renewed(
    desk: Desk, session: Session, newcomer: Session
) -> None:
    awaited = desk.lend(RESTAURANT, TODAY)
    reserve(desk, newcomer, RESTAURANT)
    [loan] = desk.loans.mine(session)
    assert loan.why_not is WhyNotRenewable.RESERVED_BY_OTHERS
    with pytest.raises(NotRenewable) as refused:
        desk.loans.renew(session, awaited)
    assert refused.value == NotRenewable(WhyNotRenewable.RESERVED_BY_OTHERS, TODAY)


@pytest.mark.rule("R8")
def test_what_the_patron_has_on_loan_is_not_reserved(desk: Desk, session: Session) -> None:
    desk.lend(BOTCHAN, TOMORROW)
    with pytest.raises(AlreadyOnLoan):
        desk.reservations.options(session, BOTCHAN.title.id)


def test_nobody_renews_what_another_has(desk: Desk, session: Session, newcomer: Session) -> None:
    lent = desk.lend(BOTCHAN, TODAY)
    for loan in (lent, LoanId("nothing")):
        with pytest.raises(LoanUnknown):
            desk.loans.renew(newcomer, loan)
    assert desk.loans.mine(newcomer) == ()


def test_what_came_back_is_no_loan(desk: Desk, session: Session) -> None:
    lent = desk.lend(BOTCHAN, TODAY)
    desk.take_back(lent)
    assert desk.loans.mine(session) == ()
    with pytest.raises(LoanUnknown):
        desk.loans.renew(session, lent)


def test_loans_are_shown_to_whoever_is_signed_in(desk: Desk) -> None:
    with pytest.raises(SessionEnded):
        desk.loans.mine(Session(SessionToken("nobody's")))
    with pytest.raises(PasswordMustBeChosen):
        desk.loans.mine(desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD))
