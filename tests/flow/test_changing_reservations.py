"""Reservations changed, cancelled, taken back and made again."""

from datetime import timedelta

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    AlreadyReserved,
    LineLost,
    NoticeNotPossible,
    PickupNotPossible,
    TooLateToChange,
)
from kiosk.domain.looks import Language
from kiosk.domain.reservations import ReservationState
from kiosk.events import (
    BackAsked,
    CancelAsked,
    ChangeConfirmed,
    Confirmed,
    EyeTouched,
    HomeAsked,
    LanguageChosen,
    LibraryTab,
    MyLibraryAsked,
    NoticeChosen,
    PickupChosen,
    RenewAsked,
    ReservationOpened,
    ReserveAgainAsked,
    ReserveAsked,
    ScreenName,
    SearchOpened,
    TabChosen,
    TitleChosen,
    UndoAsked,
)
from kiosk.services.simulated.lent import DUE_TODAY
from kiosk.services.simulated.stock import (
    BOTCHAN,
    CENTRAL_BRANCH,
    EAST_BRANCH,
    KOKORO,
    SMALL_BRANCH,
    SYMPHONY,
)
from tests.flow.conftest import Walk
from tests.flow.own import EMAIL, SIGN_IN, in_state, mine, only, signed


# ---- changing
@pytest.mark.rule("V1", "R2")
def test_branch_and_notice_are_changed_on_the_reservation_s_page(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id))
    assert walk.screen is ScreenName.RESERVATION
    assert signed(walk).pickup == CENTRAL_BRANCH.id
    assert signed(walk).notice is NoticeMethod.EMAIL
    walk(PickupChosen(EAST_BRANCH.id), NoticeChosen(NoticeMethod.MISSED_CALL), ChangeConfirmed())
    assert walk.screen is ScreenName.RESERVATION
    assert mine(walk).has_changed
    (placed,) = walk.library.reservations.placed
    assert (placed.pickup, placed.notice) == (EAST_BRANCH, NoticeMethod.MISSED_CALL)
    walk(BackAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert only(walk).pickup == EAST_BRANCH


def test_nothing_is_changed_before_something_else_is_chosen(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id), ChangeConfirmed())
    assert not mine(walk).has_changed
    walk(PickupChosen(EAST_BRANCH.id), PickupChosen(CENTRAL_BRANCH.id), ChangeConfirmed())
    assert not mine(walk).has_changed


@pytest.mark.rule("R6")
def test_a_cd_does_not_go_to_the_branch_that_takes_none_when_changed_later(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(SYMPHONY.title.id), ReserveAsked(), EMAIL, Confirmed())
    walk(MyLibraryAsked())
    walk(ReservationOpened(only(walk).id))
    changes = mine(walk).changes
    assert changes is not None
    refused = {each.branch.id for each in changes.pickups if each.why_not is not None}
    assert refused == {SMALL_BRANCH.id}
    walk(PickupChosen(SMALL_BRANCH.id), ChangeConfirmed())
    assert walk.screen is ScreenName.RESERVATION
    assert isinstance(walk.trouble, PickupNotPossible)


@pytest.mark.rule("R3")
def test_a_notice_without_a_contact_is_refused_when_changed_later(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id))
    walk(NoticeChosen(NoticeMethod.FAX), ChangeConfirmed())
    assert walk.screen is ScreenName.RESERVATION
    assert isinstance(walk.trouble, NoticeNotPossible)
    (placed,) = walk.library.reservations.placed
    assert placed.notice is NoticeMethod.EMAIL


@pytest.mark.rule("V1")
@pytest.mark.parametrize("state", [ReservationState.IN_TRANSIT, ReservationState.READY])
def test_what_is_on_its_way_is_shown_and_cannot_be_changed(
    with_one: Walk, state: ReservationState
) -> None:
    in_state(with_one, state)
    walk = with_one(MyLibraryAsked(), ReservationOpened(only(with_one).id))
    assert walk.screen is ScreenName.RESERVATION
    assert not only(walk).can_change
    assert mine(walk).changes is None
    walk(PickupChosen(EAST_BRANCH.id), ChangeConfirmed())
    assert walk.screen is ScreenName.RESERVATION
    (placed,) = walk.library.reservations.placed
    assert placed.pickup == CENTRAL_BRANCH


@pytest.mark.rule("V1", "E4")
def test_what_went_on_its_way_while_the_patron_chose_is_told_as_it_is_now(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id), PickupChosen(EAST_BRANCH.id))
    in_state(walk, ReservationState.IN_TRANSIT)
    walk(ChangeConfirmed())
    assert walk.screen is ScreenName.RESERVATION
    assert isinstance(walk.trouble, TooLateToChange)
    assert only(walk).state is ReservationState.IN_TRANSIT
    assert not only(walk).can_change


@pytest.mark.rule("V1", "E4")
def test_what_was_collected_while_the_patron_looked_is_gone_from_the_list(with_one: Walk) -> None:
    walk = with_one(ReservationOpened(only(with_one).id))
    in_state(walk, ReservationState.COLLECTED)
    walk(CancelAsked(only(walk).id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert walk.trouble is not None
    assert mine(walk).reservations == ()


def test_without_the_line_the_reservation_is_shown_and_its_choices_can_be_asked_for_again(
    with_one: Walk,
) -> None:
    with_one.library.reservations.breaks_with(LineLost(), times=1)
    walk = with_one(ReservationOpened(only(with_one).id))
    assert walk.screen is ScreenName.RESERVATION
    assert mine(walk).changes is None
    walk(ReservationOpened(only(walk).id))
    assert mine(walk).changes is not None


# ---- cancelling, and taking it back
@pytest.mark.rule("V1", "V2")
def test_one_touch_cancels_and_the_list_of_what_was_cancelled_has_it(with_one: Walk) -> None:
    cancelled = only(with_one)
    walk = with_one(ReservationOpened(cancelled.id), CancelAsked(cancelled.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).reservations == ()
    assert [each.id for each in mine(walk).cancelled] == [cancelled.id]
    undoable = signed(walk).undoable
    assert undoable is not None
    assert undoable.state is ReservationState.CANCELLED


def test_taking_back_a_cancelling_restores_it_with_its_old_time(with_one: Walk) -> None:
    before = only(with_one)
    with_one.library.clock.turn(timedelta(minutes=2))
    walk = with_one(ReservationOpened(before.id), CancelAsked(before.id), UndoAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert only(walk).requested_at == before.requested_at
    assert mine(walk).cancelled == ()
    assert signed(walk).undoable is None


def test_taking_back_a_reservation_cancels_it_and_can_be_taken_back_itself(walk: Walk) -> None:
    walk(*SIGN_IN, TitleChosen(BOTCHAN.title.id), ReserveAsked(), EMAIL, Confirmed(), UndoAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert mine(walk).reservations == ()
    walk(UndoAsked())
    assert only(walk).title == BOTCHAN.title.id


@pytest.mark.parametrize(
    "act", [TabChosen(LibraryTab.LOANS), SearchOpened(), HomeAsked(), RenewAsked(DUE_TODAY.id)]
)
def test_the_next_act_ends_the_undo(with_one: Walk, act: TabChosen) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id), act)
    assert signed(walk).undoable is None
    walk(MyLibraryAsked(), UndoAsked())
    assert mine(walk).reservations == ()


def test_how_the_page_looks_is_no_act(with_one: Walk) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk(LanguageChosen(Language.ENGLISH), EyeTouched(), UndoAsked())
    assert only(walk).id == reservation.id


def test_an_undo_without_an_answer_can_be_asked_for_again(with_one: Walk) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk.library.reservations.breaks_with(LineLost(), times=1)
    walk(UndoAsked())
    assert isinstance(walk.trouble, LineLost)
    assert signed(walk).undoable is not None
    walk(UndoAsked())
    assert only(walk).id == reservation.id


@pytest.mark.rule("E4")
def test_an_undo_that_comes_too_late_says_so_and_is_offered_no_more(with_one: Walk) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk.library.clock.turn(timedelta(hours=2))
    walk(UndoAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
    assert isinstance(walk.trouble, TooLateToChange)
    assert signed(walk).undoable is None


@pytest.mark.rule("V2")
@pytest.mark.parametrize(("days", "listed"), [(30, 1), (31, 0)])
def test_what_was_cancelled_is_listed_for_thirty_days(
    with_one: Walk, days: int, listed: int
) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk.library.clock.turn(timedelta(days=days))
    walk(MyLibraryAsked())
    assert len(mine(walk).cancelled) == listed


# ---- reserving again
@pytest.mark.rule("V2", "R2")
def test_what_was_cancelled_is_reserved_again_with_branch_and_notice_chosen_anew(
    with_one: Walk,
) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk(TabChosen(LibraryTab.CANCELLED), ReserveAgainAsked(reservation.title))
    assert walk.screen is ScreenName.RESERVE
    assert signed(walk).notice is None
    walk(EMAIL, Confirmed())
    assert walk.screen is ScreenName.CONFIRMATION
    walk(MyLibraryAsked())
    assert only(walk).id != reservation.id
    assert only(walk).title == reservation.title


@pytest.mark.rule("R8", "E4")
def test_a_refusal_to_reserve_again_comes_back_to_the_list_with_its_reason(
    with_one: Walk,
) -> None:
    walk = with_one(TitleChosen(KOKORO.title.id), ReserveAsked(), EMAIL, Confirmed())
    walk(MyLibraryAsked(), TabChosen(LibraryTab.CANCELLED), ReserveAgainAsked(BOTCHAN.title.id))
    assert walk.screen is ScreenName.MY_LIBRARY
    assert isinstance(walk.trouble, AlreadyReserved)
    assert mine(walk).tab is LibraryTab.CANCELLED
    walk(BackAsked())
    assert walk.screen is not ScreenName.MY_LIBRARY


def test_giving_up_to_reserve_again_leads_back_to_the_lists(with_one: Walk) -> None:
    reservation = only(with_one)
    walk = with_one(ReservationOpened(reservation.id), CancelAsked(reservation.id))
    walk(ReserveAgainAsked(reservation.title), BackAsked())
    assert walk.screen is ScreenName.MY_LIBRARY
