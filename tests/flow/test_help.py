"""A patron calls a librarian, from wherever they stand, and loses nothing by it."""

from dataclasses import replace

import pytest

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LineLost, ServiceBroken
from kiosk.events import (
    CallHeard,
    CallTakenBack,
    CardPresented,
    ClosedFound,
    Event,
    HomeAsked,
    IdleElapsed,
    LibrarianCalled,
    LineCameBack,
    LogoutAsked,
    NoticeChosen,
    PasswordEntered,
    QueryTyped,
    ReserveAsked,
    ScreenName,
    SearchOpened,
    StaffCardPresented,
    TitleChosen,
)
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.services.simulated.staff import STAFF_CARD
from kiosk.services.simulated.stock import BOTCHAN
from kiosk.visit import Visit
from tests.flow.conftest import Walk

SIGNS_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))
CALLS = LibrarianCalled(ScreenName.TITLE)


def called(walk: Walk) -> LibrarianCall:
    """The call as the kiosk knows it."""
    call = walk.visit.premises.calling.call
    assert call is not None
    return call


@pytest.mark.rule("E5")
@pytest.mark.parametrize(
    "way",
    [
        (),
        (SearchOpened(), QueryTyped("ねこ")),
        (TitleChosen(BOTCHAN.title.id),),
        (CardPresented(CARD),),
        SIGNS_IN,
        (CardPresented(NEW_CARD), PasswordEntered(INITIAL_PASSWORD)),
        (TitleChosen(BOTCHAN.title.id), ReserveAsked(), *SIGNS_IN, NoticeChosen(NoticeMethod.NONE)),
    ],
)
def test_a_librarian_is_called_from_wherever_the_patron_stands_and_nothing_else_changes(
    walk: Walk, way: tuple[Event, ...]
) -> None:
    walk(*way)
    place, before = walk.machine.place, walk.visit
    walk(CALLS)
    assert called(walk).state is CallState.WAITING
    assert walk.machine.place == place
    assert walk.visit == replace(before, premises=walk.visit.premises)


def test_staff_read_what_the_screen_shows_and_nothing_else(walk: Walk) -> None:
    walk(*SIGNS_IN, LibrarianCalled(ScreenName.MY_LIBRARY))
    assert walk.library.calls.screens == ["my_library"]


def test_calling_twice_calls_once(walk: Walk) -> None:
    walk(CALLS)
    first = called(walk)
    walk(CALLS)
    assert called(walk) == first
    walk.at_once(CALLS, CALLS)
    assert len(walk.library.calls.screens) == 1


def test_the_patron_sees_that_somebody_comes_and_then_that_it_is_over(walk: Walk) -> None:
    walk(CALLS)
    call = called(walk).id
    walk(CallHeard(walk.library.calls.answer(call)))
    assert called(walk).state is CallState.ON_THE_WAY
    walk(CallHeard(walk.library.calls.end(call)))
    assert walk.visit.premises.calling.call is None


def test_a_new_call_after_one_that_is_over_is_another_one(walk: Walk) -> None:
    walk(CALLS)
    first = called(walk).id
    walk(CallTakenBack(), CALLS)
    assert called(walk).id != first


def test_a_call_is_taken_back(walk: Walk) -> None:
    walk(CALLS)
    call = called(walk).id
    walk(CallTakenBack())
    assert walk.visit.premises.calling.call is None
    assert walk.library.calls.state(call).state is CallState.DONE


def test_who_called_nobody_takes_nothing_back(walk: Walk) -> None:
    before = walk.visit
    walk(CallTakenBack())
    assert walk.visit == before


@pytest.mark.parametrize("ends", [HomeAsked(), LogoutAsked(), IdleElapsed()])
def test_the_call_outlives_the_visit_and_says_nothing_of_it(walk: Walk, ends: Event) -> None:
    walk(*SIGNS_IN, CALLS)
    call = called(walk)
    walk(ends)
    assert called(walk) == call
    if not isinstance(ends, HomeAsked):
        assert walk.visit == Visit(premises=walk.visit.premises)


@pytest.mark.rule("E4")
@pytest.mark.parametrize("error", [LineLost(), ServiceBroken()])
def test_a_call_that_does_not_get_through_is_told_and_moves_nobody(
    walk: Walk, error: Exception
) -> None:
    walk(TitleChosen(BOTCHAN.title.id))
    walk.library.calls.breaks_with(error)
    walk(CALLS)
    assert walk.screen is ScreenName.TITLE
    assert walk.trouble is None
    assert walk.visit.premises.calling.is_lost
    assert not walk.visit.premises.calling.is_asked


def test_when_the_line_is_back_one_may_call_again(walk: Walk) -> None:
    walk.library.calls.breaks_with(LineLost())
    walk(CALLS, LineCameBack())
    assert not walk.visit.premises.calling.is_lost
    walk.library.calls.recovers()
    walk(CALLS)
    assert called(walk).state is CallState.WAITING


def test_a_call_that_can_not_be_taken_back_stays_open(walk: Walk) -> None:
    walk(CALLS)
    walk.library.calls.breaks_with(LineLost())
    walk(CallTakenBack())
    assert called(walk).state is CallState.WAITING
    assert walk.visit.premises.calling.is_lost


def test_who_calls_while_the_password_is_checked_is_signed_in_all_the_same(walk: Walk) -> None:
    walk(CardPresented(CARD))
    walk.at_once(PasswordEntered(PASSWORD), CALLS)
    assert walk.screen is ScreenName.MY_LIBRARY
    assert called(walk).state is CallState.WAITING


def test_a_call_that_fails_while_the_password_is_checked_is_not_the_passwords_failure(
    walk: Walk,
) -> None:
    walk.library.calls.breaks_with(LineLost())
    walk(CardPresented(CARD))
    walk.at_once(PasswordEntered(PASSWORD), CALLS)
    assert walk.screen is ScreenName.MY_LIBRARY
    assert walk.trouble is None


def test_an_answer_is_heard_also_where_the_patron_went_meanwhile(walk: Walk) -> None:
    walk(SearchOpened())
    walk.at_once(CALLS, HomeAsked())
    assert called(walk).state is CallState.WAITING


def test_nobody_is_called_from_where_staff_stand(walk: Walk) -> None:
    walk(StaffCardPresented(STAFF_CARD), CALLS)
    assert walk.visit.premises.calling.call is None
    walk(IdleElapsed(), ClosedFound(), CALLS)
    assert walk.visit.premises.calling.call is None


def test_a_call_from_before_this_process_is_known_again(walk: Walk) -> None:
    walk(CallHeard(LibrarianCall(CallId("from before"), CallState.ON_THE_WAY)))
    assert called(walk).state is CallState.ON_THE_WAY


@pytest.mark.parametrize("end", [HomeAsked(), LogoutAsked(), IdleElapsed()])
def test_that_a_call_was_lost_is_told_to_who_made_it_and_to_nobody_after(
    walk: Walk, end: Event
) -> None:
    walk(*SIGNS_IN)
    walk.library.calls.breaks_with(LineLost())
    walk(CALLS)
    assert walk.visit.premises.calling.is_lost
    walk(end)
    assert not walk.visit.premises.calling.is_lost
