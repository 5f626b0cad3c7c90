"""The staff's list: what to do, and one touch for what came of it (rules R3 and V3)."""

from datetime import timedelta

import pytest

from kiosk.central.service import Service
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeId, NoticeState, StaffOutcome
from tests.central.clock import START, TurnedClock
from tests.central.notices.shelf import EMAIL, FAX, READY_UNTIL, TELEPHONE, Shelf
from tests.central.small_library import EAST, HANAKO, KOKORO, MAIN

BY_EMAIL, BY_TELEPHONE, BY_CALL, BY_FAX = list(NoticeMethod)[:4]


def only_task(library: Service) -> NoticeId:
    [task] = library.notices.staff_list()
    return task.notice


@pytest.mark.rule("R3", "V3")
def test_the_list_says_whom_to_call_and_what_to_tell(library: Service, shelf: Shelf) -> None:
    shelf.lay(BY_TELEPHONE)
    [task] = library.notices.staff_list()
    assert (task.method, task.contact, task.patron_name) == (BY_TELEPHONE, TELEPHONE, "図書 花子")
    assert (task.title, task.hold_shelf, task.ready_until) == ("坊っちゃん", "B-07", READY_UNTIL)
    assert (task.number, task.pickup.id) == ("0010000016", MAIN)
    assert (task.since, task.again_from, task.is_uncertain) == (START, None, False)


def test_nobody_s_name_or_number_stands_in_its_repr(library: Service, shelf: Shelf) -> None:
    shelf.lay(BY_TELEPHONE)
    [task] = library.notices.staff_list()
    assert TELEPHONE not in repr(task)
    assert "花子" not in repr(task)


def test_a_branch_sees_its_own_part(library: Service, shelf: Shelf) -> None:
    shelf.lay(BY_TELEPHONE)
    assert len(library.notices.staff_list(MAIN)) == 1
    assert library.notices.staff_list(EAST) == ()


@pytest.mark.rule("V3")
@pytest.mark.parametrize("outcome", [StaffOutcome.REACHED, StaffOutcome.DONE])
def test_who_was_reached_is_told(library: Service, shelf: Shelf, outcome: StaffOutcome) -> None:
    reservation = shelf.lay(BY_TELEPHONE)
    assert library.notices.outcome(only_task(library), outcome)
    assert library.notices.staff_list() == ()
    [told] = library.notices.history(reservation)
    assert (told.state, told.code) == (NoticeState.DONE_BY_STAFF, outcome.value)


def test_a_second_touch_changes_nothing(library: Service, shelf: Shelf) -> None:
    shelf.lay(BY_TELEPHONE)
    notice = only_task(library)
    library.notices.outcome(notice, StaffOutcome.REACHED)
    assert not library.notices.outcome(notice, StaffOutcome.WRONG_NUMBER)
    assert shelf.notices() == [(BY_TELEPHONE, NoticeState.DONE_BY_STAFF)]
    assert not library.notices.outcome(NoticeId("unknown"), StaffOutcome.DONE)


def test_who_did_not_answer_is_called_again_later(
    library: Service, shelf: Shelf, clock: TurnedClock
) -> None:
    shelf.lay(BY_TELEPHONE)
    library.notices.outcome(only_task(library), StaffOutcome.NO_ANSWER)
    [task] = library.notices.staff_list()
    assert task.again_from == START + timedelta(hours=library.policy.notice.no_answer_hours)
    clock.turn(timedelta(hours=library.policy.notice.no_answer_hours))
    [task] = library.notices.staff_list()
    assert (task.again_from, task.why) == (None, "no_answer")


def test_what_can_be_done_now_stands_first(library: Service, shelf: Shelf) -> None:
    shelf.lay(BY_TELEPHONE)
    waiting = only_task(library)
    library.notices.outcome(waiting, StaffOutcome.NO_ANSWER)
    shelf.lay(BY_TELEPHONE, title=KOKORO)
    assert [task.notice for task in library.notices.staff_list()][1] == waiting


@pytest.mark.rule("V3")
def test_a_wrong_number_is_followed_by_the_next_method(library: Service, shelf: Shelf) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    shelf.lay(BY_TELEPHONE)
    library.notices.outcome(only_task(library), StaffOutcome.WRONG_NUMBER)
    assert shelf.notices() == [
        (BY_TELEPHONE, NoticeState.FAILED),
        (BY_EMAIL, NoticeState.DUE),
    ]


def test_a_wrong_number_of_whom_nothing_else_is_known_stays_on_the_list(
    library: Service, shelf: Shelf
) -> None:
    shelf.lay(BY_TELEPHONE)
    library.notices.outcome(only_task(library), StaffOutcome.WRONG_NUMBER)
    [task] = library.notices.staff_list()
    assert task.why == "wrong_number"


@pytest.mark.parametrize("method", [BY_CALL, BY_FAX])
def test_what_a_machine_left_uncertain_is_marked(
    library: Service, shelf: Shelf, method: NoticeMethod
) -> None:
    shelf.reach(HANAKO, telephone=TELEPHONE, fax=FAX)
    reservation = shelf.lay(method)
    shelf.set_state(method, NoticeState.UNCERTAIN)
    [task] = library.notices.staff_list()
    assert task.is_uncertain
    library.notices.outcome(task.notice, StaffOutcome.DONE)
    [told] = library.notices.history(reservation)
    assert told.state is NoticeState.DONE_BY_STAFF


def test_what_was_collected_needs_no_call(library: Service, shelf: Shelf) -> None:
    uncertain = shelf.lay(BY_CALL)
    shelf.set_state(BY_CALL, NoticeState.UNCERTAIN)
    shelf.hand_out(uncertain)
    shelf.hand_out(shelf.lay(BY_TELEPHONE, title=KOKORO))
    assert library.notices.staff_list() == ()
