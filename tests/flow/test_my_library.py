"""My library: lists, renewals, hidden titles, and the ways there and back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.domain.errors import (
    LineLost,
    LoanUnknown,
    NotRenewable,
    SessionEnded,
)
from kiosk.domain.loans import LoanId, WhyNotRenewable
from kiosk.events import (
    BackAsked,
    CancelAsked,
    Confirmed,
    EyeTouched,
    HomeAsked,
    LibraryTab,
    LogoutAsked,
    MyLibraryAsked,
    RenewAsked,
    ReservationOpened,
    ReserveAsked,
    ScreenName,
    SearchOpened,
    TabChosen,
    TitleChosen,
)
from kiosk.services.simulated.lent import DUE_TODAY, MUSIC, NOT_DUE_YET, OVERDUE, RENEWED, RESERVED
from kiosk.services.simulated.patrons import CARD
from kiosk.services.simulated.stock import (
    BOTCHAN,
    KOKORO,
)
from kiosk.visit import Visit
from tests.flow.conftest import Walk
from tests.flow.own import EMAIL, SIGN_IN, loan, mine, only


@pytest.mark.rule("N1")
def test_signing_in_leads_to_the_three_lists(walk: Walk) -> None:
    walk(*SIGN_IN)
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).reservations == ()
    assert [each.due_on for each in mine(walk).loans] == sorted(
        each.due_on for each in mine(walk).loans
    )
    assert mine(walk).today == date(2026, 11, 20)


def test_a_tab_is_remembered_while_the_patron_looks_elsewhere(with_one: Walk) -> None:
    with_one(TabChosen(LibraryTab.LOANS), SearchOpened(), BackAsked())
    assert with_one.screen is ScreenName.MY_LIBRARY
    assert mine(with_one).tab is LibraryTab.LOANS


# ---- renewing
@pytest.mark.rule("N2")
def test_a_loan_is_renewed_by_one_touch_and_its_day_moves_by_two_weeks(walk: Walk) -> None:
    walk(*SIGN_IN, TabChosen(LibraryTab.LOANS), RenewAsked(DUE_TODAY.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert loan(walk, DUE_TODAY.id).due_on == DUE_TODAY.due_on + timedelta(days=14)
    assert mine(walk).renewed == {DUE_TODAY.id}
    assert mine(walk).tab is LibraryTab.LOANS


@pytest.mark.rule("N2")
def test_a_renewed_loan_keeps_its_place_in_the_list(walk: Walk) -> None:
    walk(*SIGN_IN)
    before = [each.id for each in mine(walk).loans]
    walk(RenewAsked(DUE_TODAY.id))
    assert [each.id for each in mine(walk).loans] == before


@pytest.mark.rule("N2")
def test_the_day_before_it_is_due_a_loan_says_from_which_day(walk: Walk) -> None:
    walk.library.clock.turn(timedelta(days=6))
    walk(*SIGN_IN)
    early = loan(walk, NOT_DUE_YET.id)
    assert early.due_on == date(2026, 11, 27)
    assert early.why_not is WhyNotRenewable.NOT_YET
    assert early.renewable_from == early.due_on
    walk(RenewAsked(early.id))
    assert isinstance(walk.trouble, NotRenewable)
    assert loan(walk, early.id).due_on == early.due_on


@pytest.mark.rule("N2")
def test_on_the_day_it_is_due_the_key_is_there(walk: Walk) -> None:
    walk.library.clock.turn(timedelta(days=7))
    walk(*SIGN_IN)
    assert loan(walk, NOT_DUE_YET.id).renewed_until == date(2026, 12, 11)
    walk(RenewAsked(NOT_DUE_YET.id))
    assert loan(walk, NOT_DUE_YET.id).due_on == date(2026, 12, 11)


@pytest.mark.rule("N2")
def test_a_loan_is_renewed_once(walk: Walk) -> None:
    walk(*SIGN_IN)
    assert loan(walk, RENEWED.id).why_not is WhyNotRenewable.RENEWED_ALREADY
    walk(RenewAsked(RENEWED.id))
    assert isinstance(walk.trouble, NotRenewable)


@pytest.mark.rule("N3")
@pytest.mark.parametrize(
    ("lent", "why"),
    [
        (MUSIC.id, WhyNotRenewable.KIND_NOT_RENEWABLE),
        (RESERVED.id, WhyNotRenewable.RESERVED_BY_OTHERS),
    ],
)
def test_what_cannot_be_renewed_says_why_from_the_start(
    walk: Walk, lent: LoanId, why: WhyNotRenewable
) -> None:
    walk(*SIGN_IN)
    assert loan(walk, lent).why_not is why
    assert loan(walk, lent).renewed_until is None


@pytest.mark.rule("N2")
def test_an_overdue_loan_is_renewed_where_the_policy_lets_it(walk: Walk) -> None:
    walk(*SIGN_IN)
    assert loan(walk, OVERDUE.id).is_overdue
    walk(RenewAsked(OVERDUE.id))
    assert loan(walk, OVERDUE.id).due_on == OVERDUE.due_on + timedelta(days=14)


@pytest.mark.rule("N2", "N3", "E4")
@pytest.mark.parametrize("why", [WhyNotRenewable.RESERVED_BY_OTHERS, WhyNotRenewable.OVERDUE])
def test_a_renewal_that_is_refused_meanwhile_is_explained_in_its_row(
    walk: Walk, why: WhyNotRenewable
) -> None:
    walk(*SIGN_IN)
    walk.library.loans.breaks_with(NotRenewable(why), times=1)
    walk(RenewAsked(DUE_TODAY.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).asked == DUE_TODAY.id
    assert loan(walk, DUE_TODAY.id).why_not is why
    assert loan(walk, DUE_TODAY.id).renewed_until is None


def test_without_an_answer_the_renewal_can_be_asked_for_again(walk: Walk) -> None:
    walk(*SIGN_IN)
    walk.library.loans.breaks_with(LineLost(), times=1)
    walk(RenewAsked(DUE_TODAY.id))
    assert isinstance(walk.trouble, LineLost)
    assert mine(walk).asked == DUE_TODAY.id
    walk(RenewAsked(DUE_TODAY.id))
    assert walk.trouble is None
    assert mine(walk).asked is None
    assert mine(walk).renewed == {DUE_TODAY.id}


def test_a_renewal_that_failed_is_forgotten_with_the_next_act(walk: Walk) -> None:
    walk(*SIGN_IN)
    walk.library.loans.breaks_with(LineLost(), times=1)
    walk(RenewAsked(DUE_TODAY.id), SearchOpened(), BackAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).asked is None
    assert walk.trouble is None


def test_a_loan_that_came_back_meanwhile_leaves_the_list_with_a_word(walk: Walk) -> None:
    walk(*SIGN_IN)
    walk.library.loans.takes_all_back(CARD)
    walk(RenewAsked(DUE_TODAY.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert isinstance(walk.trouble, LoanUnknown)
    assert mine(walk).loans == ()


# ---- the eye, the way back, the end
def test_hidden_titles_stay_hidden_until_the_visit_ends(with_one: Walk) -> None:
    walk = with_one(EyeTouched(), ReservationOpened(only(with_one).id))
    assert mine(walk).hides_titles
    walk(HomeAsked(), MyLibraryAsked())
    assert mine(walk).hides_titles
    walk(LogoutAsked(), *SIGN_IN)
    assert not mine(walk).hides_titles


def test_the_eye_works_on_the_page_of_a_reservation_too(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id), EyeTouched())
    assert walk.screen is ScreenName.RESERVATION
    assert mine(walk).hides_titles
    assert mine(walk).changes is not None


def test_back_from_the_lists_never_leads_to_the_lists(with_one: Walk) -> None:
    reservation = only(with_one)
    walk = with_one(SearchOpened(), MyLibraryAsked())
    walk(RenewAsked(DUE_TODAY.id), ReservationOpened(reservation.id), CancelAsked(reservation.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    walk(BackAsked())
    assert walk.screen is ScreenName.SEARCH


def test_lists_that_cannot_be_read_are_unknown_and_not_empty(walk: Walk) -> None:
    walk.library.loans.breaks_with(LineLost())
    walk(*SIGN_IN)
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).reservations is None
    walk.library.loans.recovers()
    walk(MyLibraryAsked())
    assert mine(walk).reservations == ()


def test_an_ended_session_leads_to_the_card_and_leaves_nothing(with_one: Walk) -> None:
    with_one.library.accounts.ends_all_sessions()
    walk = with_one(ReservationOpened(only(with_one).id))
    assert walk.screen is ScreenName.SIGN_IN
    assert walk.visit.signed is None
    assert isinstance(walk.trouble, SessionEnded)


def test_logging_out_forgets_all_that_was_the_patron_s(with_one: Walk) -> None:
    walk = with_one(EyeTouched(), TabChosen(LibraryTab.LOANS), LogoutAsked())
    assert walk.visit == Visit(premises=walk.visit.premises)


def test_a_new_reservation_stands_in_the_list_that_was_read_before(with_one: Walk) -> None:
    walk = with_one(TitleChosen(KOKORO.title.id), ReserveAsked(), EMAIL, Confirmed(), BackAsked())
    walk(BackAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert {each.title for each in mine(walk).reservations or ()} == {
        BOTCHAN.title.id,
        KOKORO.title.id,
    }


def test_what_the_lists_hold_of_a_visit_is_one_value_replaced_whole(with_one: Walk) -> None:
    before = mine(with_one)
    with_one(TabChosen(LibraryTab.LOANS))
    assert mine(with_one) == replace(before, tab=LibraryTab.LOANS)
