"""Loans as the service keeps them, and renewing at the borders of rules N1 to N3."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from kiosk.central.lending.loans import Loans
from kiosk.central.records.feed import Feed
from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.channels import Channel
from kiosk.domain.errors import LibraryError, LoanUnknown, NotRenewable
from kiosk.domain.loans import Loan, LoanId, WhyNotRenewable
from kiosk.domain.policy import RenewalPolicy
from kiosk.domain.policy.renewal import CountedFrom
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import Material, TitleId
from tests.central.clock import START, TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    FILM,
    HANAKO,
    KOKORO,
    POLICY,
    READING,
    SERENADE,
    TARO,
    TODAY,
    Counter,
    add_title,
    lend,
)

LENT = LoanId("loan-botchan")
DAY, TWO_WEEKS = timedelta(days=1), timedelta(days=14)
LARGE = TitleId("botchan-large")


@pytest.fixture
def loans(database: Database, clock: TurnedClock, counter: Counter) -> Loans:
    return Loans(database, POLICY, clock)


def loans_of(database: Database, clock: TurnedClock, renewal: RenewalPolicy) -> Loans:
    return Loans(database, replace(POLICY, renewal=renewal), clock)


def only(loans: Loans) -> Loan:
    [loan] = loans.mine(HANAKO)
    return loan


def refusal(loans: Loans, loan: LoanId = LENT) -> NotRenewable:
    with pytest.raises(NotRenewable) as refused:
        loans.renew(HANAKO, loan)
    return refused.value


@pytest.mark.rule("N1")
def test_a_loan_shows_title_and_due_date(loans: Loans, database: Database) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY + DAY)
    assert only(loans) == Loan(
        id=LENT,
        title=BOTCHAN,
        title_name="坊っちゃん",
        creator="夏目 漱石",
        call_number=only(loans).call_number,
        material=Material.BOOK,
        due_on=TODAY + DAY,
        renewable_from=TODAY + DAY,
        why_not=WhyNotRenewable.NOT_YET,
    )
    assert str(only(loans).call_number) == "913.6 ナツ"
    assert loans.mine(TARO) == ()


@pytest.mark.rule("N1")
def test_the_earliest_due_stands_first_and_what_came_back_not_at_all(
    loans: Loans, database: Database
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY + DAY)
    lend(database, KOKORO, HANAKO, TODAY - DAY)
    lend(database, FILM, HANAKO, TODAY)
    with database.writing() as session:
        session.get_one(LoanRow, "loan-film").returned_at = START
    mine = loans.mine(HANAKO)
    assert [(each.title, each.is_overdue) for each in mine] == [(KOKORO, True), (BOTCHAN, False)]


@pytest.mark.rule("N2")
def test_the_day_before_is_too_early_and_the_due_day_is_not(
    loans: Loans, database: Database, clock: TurnedClock
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY + DAY)
    assert refusal(loans) == NotRenewable(WhyNotRenewable.NOT_YET, TODAY + DAY)
    clock.turn(DAY)
    assert only(loans).renewed_until == TODAY + DAY + TWO_WEEKS
    renewed = loans.renew(HANAKO, LENT)
    assert (renewed.due_on, renewed.is_renewed) == (TODAY + DAY + TWO_WEEKS, True)
    assert only(loans) == renewed


@pytest.mark.rule("N2")
def test_the_due_day_begins_at_the_librarys_midnight(
    loans: Loans, database: Database, clock: TurnedClock
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY + DAY)
    midnight = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)  # in Japan the 21st begins
    clock.turn(midnight - START - timedelta(seconds=1))
    assert refusal(loans).reason == WhyNotRenewable.NOT_YET
    clock.turn(timedelta(seconds=1))
    assert loans.renew(HANAKO, LENT).due_on == TODAY + DAY + TWO_WEEKS


@pytest.mark.rule("N2")
@pytest.mark.parametrize(
    ("policy", "until"),
    [
        (RenewalPolicy(), TODAY - DAY + TWO_WEEKS),
        (RenewalPolicy(overdue_counts_from=CountedFrom.TODAY), TODAY + TWO_WEEKS),
        (RenewalPolicy(overdue_is_renewable=False), None),
    ],
)
def test_a_loan_overdue_by_a_day_follows_the_policy(
    counter: Counter,
    database: Database,
    clock: TurnedClock,
    policy: RenewalPolicy,
    until: date | None,
) -> None:
    loans = loans_of(database, clock, policy)
    lend(database, BOTCHAN, HANAKO, TODAY - DAY)
    assert (only(loans).is_overdue, only(loans).renewed_until) == (True, until)
    if until is None:
        assert refusal(loans) == NotRenewable(WhyNotRenewable.OVERDUE)
    else:
        renewed = loans.renew(HANAKO, LENT)
        assert (renewed.due_on, renewed.is_overdue) == (until, False)


@pytest.mark.rule("N2")
def test_a_loan_is_renewed_once(loans: Loans, database: Database, clock: TurnedClock) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    loans.renew(HANAKO, LENT)
    clock.turn(DAY)
    assert refusal(loans) == NotRenewable(WhyNotRenewable.RENEWED_ALREADY, TODAY + TWO_WEEKS)
    clock.turn(TWO_WEEKS)
    assert refusal(loans).reason == WhyNotRenewable.RENEWED_ALREADY
    assert (only(loans).due_on, only(loans).renewable_from) == (TODAY + TWO_WEEKS, None)


@pytest.mark.rule("N2")
def test_a_lost_answer_is_given_again_on_the_same_day(
    loans: Loans, database: Database, clock: TurnedClock
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    first = loans.renew(HANAKO, LENT)
    clock.turn(timedelta(hours=3))
    assert loans.renew(HANAKO, LENT) == first
    with database.session() as session:
        assert session.get_one(LoanRow, LENT).renewals == 1


@pytest.mark.rule("N2")
def test_who_may_renew_twice_does_not_do_so_on_one_day(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    loans = loans_of(database, clock, RenewalPolicy(times=2))
    lend(database, BOTCHAN, HANAKO, TODAY)
    assert loans.renew(HANAKO, LENT) == loans.renew(HANAKO, LENT)
    clock.turn(TWO_WEEKS)
    assert loans.renew(HANAKO, LENT).due_on == TODAY + 2 * TWO_WEEKS


@pytest.mark.rule("N2")
def test_many_touches_at_once_renew_once(loans: Loans, database: Database) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    gate = Barrier(6)
    answers: list[Loan | LibraryError] = []

    def touch() -> None:
        gate.wait()
        try:
            answers.append(loans.renew(HANAKO, LENT))
        except LibraryError as error:
            answers.append(error)

    threads = [Thread(target=touch) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [only(loans)] * 6
    assert only(loans).due_on == TODAY + TWO_WEEKS


@pytest.mark.rule("N3")
@pytest.mark.parametrize("title", [SERENADE, READING, FILM])
def test_what_is_audiovisual_is_not_renewed(
    loans: Loans, database: Database, title: TitleId
) -> None:
    lend(database, title, HANAKO, TODAY)
    expected = NotRenewable(WhyNotRenewable.KIND_NOT_RENEWABLE, TODAY)
    assert refusal(loans, LoanId(f"loan-{title}")) == expected
    assert only(loans).renewable_from is None


@pytest.mark.rule("N3")
def test_what_the_policy_marks_is_not_renewed(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    loans = loans_of(database, clock, RenewalPolicy(shelf_marks_not_renewable=("NEW*",)))
    lend(database, BOTCHAN, HANAKO, TODAY)
    assert only(loans).why_not is None
    with database.writing() as session:
        session.get_one(ItemRow, "item-botchan").shelf_mark = "NEW-1"
    assert refusal(loans).reason == WhyNotRenewable.KIND_NOT_RENEWABLE


@pytest.mark.rule("N3")
@pytest.mark.parametrize("channel", Channel)
def test_what_somebody_else_reserved_is_not_renewed_until_they_no_longer_wait(
    loans: Loans, database: Database, counter: Counter, channel: Channel
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    taros = counter.reserve(TARO, BOTCHAN, channel=channel).answer.id
    assert refusal(loans) == NotRenewable(WhyNotRenewable.RESERVED_BY_OTHERS, TODAY)
    counter.lending.cancel(TARO, taros)
    assert loans.renew(HANAKO, LENT).due_on == TODAY + TWO_WEEKS


@pytest.mark.rule("N3")
def test_a_reservation_that_has_its_copy_already_holds_up_nobody(
    loans: Loans, database: Database, counter: Counter
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    taros = counter.reserve(TARO, BOTCHAN).answer.id
    with database.writing() as session:
        session.get_one(ReservationRow, taros).state = ReservationState.READY
    assert only(loans).why_not is None


@pytest.mark.rule("N3")
def test_who_waits_for_any_edition_waits_for_this_one(
    loans: Loans, database: Database, counter: Counter
) -> None:
    add_title(database, LARGE, Material.LARGE_PRINT)
    lend(database, BOTCHAN, HANAKO, TODAY)
    taros = counter.reserve(TARO, LARGE).answer.id
    with database.writing() as session:
        for title in (BOTCHAN, LARGE):
            session.get_one(TitleRow, title).work = "botchan"
    assert only(loans).why_not is None
    with database.writing() as session:
        session.get_one(ReservationRow, taros).any_edition = True
    assert only(loans).why_not is WhyNotRenewable.RESERVED_BY_OTHERS


@pytest.mark.rule("N3")
def test_who_waits_for_another_title_without_a_work_holds_up_nobody(
    loans: Loans, database: Database, counter: Counter
) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    taros = counter.reserve(TARO, KOKORO).answer.id
    with database.writing() as session:
        session.get_one(ReservationRow, taros).any_edition = True
    assert only(loans).why_not is None


def test_nobody_renews_for_another_or_what_came_back(loans: Loans, database: Database) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    for patron, loan in ((TARO, LENT), (HANAKO, LoanId("none"))):
        with pytest.raises(LoanUnknown):
            loans.renew(patron, loan)
    with database.writing() as session:
        session.get_one(LoanRow, LENT).returned_at = START
    with pytest.raises(LoanUnknown):
        loans.renew(HANAKO, LENT)


def test_the_kiosks_hear_of_the_new_due_date(loans: Loans, database: Database) -> None:
    lend(database, BOTCHAN, HANAKO, TODAY)
    feed = Feed(database)
    known = feed.availability(0, 100).changes[-1].number
    loans.renew(HANAKO, LENT)
    [changed] = feed.availability(known, 100).changes
    assert changed.title == BOTCHAN
    assert [held.due for held in changed.holdings] == [TODAY + TWO_WEEKS]
