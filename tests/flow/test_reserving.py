"""Reserving: as a stranger, for the first time, and when something stands in the way."""

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyReserved, CardOrPasswordWrong, LineLost, PaperOut
from kiosk.domain.reservations import ReservationState
from kiosk.events import (
    BackAsked,
    CardPresented,
    Confirmed,
    HomeAsked,
    IdleElapsed,
    LogoutAsked,
    MyLibraryAsked,
    NewPasswordEntered,
    NoticeChosen,
    PasswordEntered,
    PickupChosen,
    ReserveAsked,
    ScreenName,
    SearchOpened,
    SlipAsked,
    TitleChosen,
    UndoAsked,
)
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CENTRAL_BRANCH, EAST_BRANCH, KOKORO
from kiosk.visit import Visit
from tests.flow.conftest import Walk

MISSED_CALL = NoticeChosen(NoticeMethod.MISSED_CALL)


@pytest.mark.rule("R1", "R2")
def test_a_stranger_reserves_by_presenting_a_card(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    assert walk.screen is ScreenName.SIGN_IN
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert walk.screen is ScreenName.RESERVE
    walk(PickupChosen(EAST_BRANCH.id), MISSED_CALL, Confirmed())
    assert walk.screen is ScreenName.CONFIRMATION
    assert walk.visit.signed is not None
    reservation = walk.visit.signed.last_reservation
    assert reservation is not None
    assert reservation.title == BOTCHAN.title.id
    assert reservation.pickup == EAST_BRANCH
    assert reservation.notice is NoticeMethod.MISSED_CALL
    assert len(walk.library.printer.printed) == 1


@pytest.mark.rule("R3", "V3")
def test_while_choosing_a_patron_learns_where_notices_come_from(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert walk.visit.signed is not None
    assert walk.visit.signed.options is not None
    told = {each.method: each.comes_from for each in walk.visit.signed.options.notices}
    assert told[NoticeMethod.EMAIL] == "toshokan@library.example"
    assert told[NoticeMethod.MISSED_CALL] == "086-555-0199"


@pytest.mark.rule("R4")
def test_the_time_that_is_told_once_it_is_reserved_is_told_in_my_library_too(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(CardPresented(CARD), PasswordEntered(PASSWORD), MISSED_CALL, Confirmed())
    assert walk.visit.signed is not None
    placed = walk.visit.signed.last_reservation
    assert placed is not None
    assert placed.waiting is not None
    assert placed.waiting.days == (2, 4)
    walk(MyLibraryAsked())
    [listed] = walk.visit.signed.library.reservations or ()
    assert listed.waiting == placed.waiting


@pytest.mark.rule("R2")
def test_this_branch_is_chosen_already_and_a_notice_never_is(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(CardPresented(CARD), PasswordEntered(PASSWORD), Confirmed())
    assert walk.screen is ScreenName.RESERVE
    assert walk.visit.signed is not None
    assert walk.visit.signed.pickup == CENTRAL_BRANCH.id
    assert walk.visit.signed.notice is None
    assert walk.library.reservations.placed == ()


@pytest.mark.rule("L3")
def test_the_first_sign_in_leads_to_choosing_a_password_and_then_on(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(CardPresented(NEW_CARD), PasswordEntered(INITIAL_PASSWORD))
    assert walk.screen is ScreenName.CHOOSE_PASSWORD
    walk(SearchOpened())
    assert walk.screen is ScreenName.CHOOSE_PASSWORD
    walk(NewPasswordEntered("abc"))
    assert walk.screen is ScreenName.CHOOSE_PASSWORD
    assert walk.trouble is not None
    walk(NewPasswordEntered("sakura2026"))
    assert walk.screen is ScreenName.RESERVE


@pytest.mark.rule("L7")
def test_a_wrong_password_is_told_and_the_card_stays(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), CardPresented(CARD))
    walk(PasswordEntered("wrong1"))
    assert walk.screen is ScreenName.SIGN_IN
    assert isinstance(walk.trouble, CardOrPasswordWrong)
    walk(PasswordEntered(PASSWORD))
    assert walk.screen is ScreenName.RESERVE


def test_a_second_title_needs_no_second_sign_in(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    for title in (BOTCHAN, KOKORO):
        walk(HomeAsked(), TitleChosen(title.title.id), ReserveAsked())
        assert walk.screen is ScreenName.RESERVE
        walk(MISSED_CALL, Confirmed())
        assert walk.screen is ScreenName.CONFIRMATION
    assert len(walk.library.reservations.placed) == 2


@pytest.mark.rule("R8", "E4")
def test_what_cannot_be_reserved_is_explained_beside_the_title(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), MISSED_CALL, Confirmed())
    walk(HomeAsked(), TitleChosen(BOTCHAN.title.id), ReserveAsked())
    assert walk.screen is ScreenName.TITLE
    assert isinstance(walk.trouble, AlreadyReserved)


def test_undoing_cancels_the_reservation(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), MISSED_CALL, Confirmed(), UndoAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    (reservation,) = walk.library.reservations.placed
    assert reservation.state is ReservationState.CANCELLED


def test_without_the_line_the_reservation_is_kept_and_the_patron_is_told(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), MISSED_CALL)
    walk.library.reservations.breaks_with(LineLost())
    walk(Confirmed())
    assert walk.screen is ScreenName.CONFIRMATION
    assert walk.visit.signed is not None
    assert walk.visit.signed.last_reservation is not None
    assert walk.visit.signed.last_reservation.is_kept
    assert walk.visit.signed.undoable is None
    walk.library.reservations.recovers()
    assert len(walk.library.reservations.placed) == 1


def test_a_printer_without_paper_is_no_failure_of_the_reservation(walk: Walk) -> None:
    walk.library.printer.runs_out_of_paper()
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), MISSED_CALL, Confirmed())
    assert walk.screen is ScreenName.CONFIRMATION
    assert isinstance(walk.trouble, PaperOut)
    walk.library.printer.gets_paper()
    walk(SlipAsked())
    assert walk.trouble is None
    assert len(walk.library.printer.printed) == 1


@pytest.mark.rule("L8")
def test_logging_out_forgets_the_patron_and_ends_the_session(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert walk.library.accounts.open_sessions == 1
    walk(LogoutAsked())
    assert walk.screen is ScreenName.HOME
    assert walk.visit == Visit(premises=walk.visit.premises)
    assert walk.library.accounts.open_sessions == 0
    assert walk.ended == [True]


@pytest.mark.rule("L8")
def test_whoever_walks_away_is_signed_out(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD), TitleChosen(BOTCHAN.title.id))
    walk(IdleElapsed())
    assert walk.visit == Visit(premises=walk.visit.premises)
    assert walk.library.accounts.open_sessions == 0
    assert walk.ended == [True]


def test_giving_up_the_sign_in_leads_back_to_the_title(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), CardPresented(CARD), BackAsked())
    assert walk.screen is ScreenName.TITLE
    assert not walk.visit.is_personal


def test_an_ended_session_asks_for_the_card_again(walk: Walk) -> None:
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    walk.library.accounts.ends_all_sessions()
    walk(MyLibraryAsked())
    assert walk.screen is ScreenName.SIGN_IN
    assert walk.visit.signed is None


def test_the_line_that_is_cut_while_the_password_is_checked_lets_the_patron_try_again(
    walk: Walk,
) -> None:
    walk.library.accounts.breaks_with(LineLost())
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert walk.screen is ScreenName.SIGN_IN
    assert isinstance(walk.visit.trouble, LineLost)
    walk.library.accounts.recovers()
    walk(PasswordEntered(PASSWORD))
    assert walk.screen is ScreenName.RESERVE
