"""One notice when a title is ready, by the method chosen (rules R3 and V3)."""

import pytest
from sqlalchemy import delete

from kiosk.central.service import Service
from kiosk.central.storage.storage_errors import RaceLost
from kiosk.central.tables.notices import NoticeRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeId, NoticeState
from tests.central.clock import START
from tests.central.notices.shelf import Shelf

BY_MACHINE = (NoticeMethod.EMAIL, NoticeMethod.MISSED_CALL, NoticeMethod.FAX)


@pytest.mark.rule("R3", "V3")
@pytest.mark.parametrize("method", BY_MACHINE)
def test_a_notice_is_due_by_the_method_chosen(shelf: Shelf, method: NoticeMethod) -> None:
    shelf.lay(method)
    assert shelf.notices() == [(method, NoticeState.DUE)]


@pytest.mark.rule("R3", "V3")
def test_a_telephone_call_is_the_staff_s_at_once(shelf: Shelf) -> None:
    shelf.lay(NoticeMethod.TELEPHONE)
    assert shelf.notices() == [(NoticeMethod.TELEPHONE, NoticeState.FOR_STAFF)]


@pytest.mark.rule("R3")
def test_who_wants_no_notice_gets_none(shelf: Shelf) -> None:
    shelf.lay(NoticeMethod.NONE)
    assert shelf.notices() == []


@pytest.mark.parametrize(
    "state", [state for state in NoticeState if state is not NoticeState.DROPPED]
)
def test_becoming_ready_again_makes_no_second_notice(shelf: Shelf, state: NoticeState) -> None:
    reservation = shelf.lay(NoticeMethod.EMAIL)
    shelf.set_state(NoticeMethod.EMAIL, state)
    shelf.lay_again(reservation)
    assert shelf.notices() == [(NoticeMethod.EMAIL, state)]


@pytest.mark.parametrize("state", [NoticeState.DUE, NoticeState.FOR_STAFF, NoticeState.FAILED])
def test_what_is_collected_before_the_notice_needs_none(shelf: Shelf, state: NoticeState) -> None:
    reservation = shelf.lay(NoticeMethod.EMAIL)
    shelf.set_state(NoticeMethod.EMAIL, state)
    shelf.hand_out(reservation)
    assert shelf.notices() == [(NoticeMethod.EMAIL, NoticeState.DROPPED)]


@pytest.mark.parametrize(
    "state",
    [
        NoticeState.HANDING_OVER,
        NoticeState.DELIVERED,
        NoticeState.UNCERTAIN,
        NoticeState.DONE_BY_STAFF,
    ],
)
def test_what_was_handed_over_is_remembered(shelf: Shelf, state: NoticeState) -> None:
    reservation = shelf.lay(NoticeMethod.EMAIL)
    shelf.set_state(NoticeMethod.EMAIL, state)
    shelf.hand_out(reservation)
    assert shelf.notices() == [(NoticeMethod.EMAIL, state)]


def test_a_notice_that_was_dropped_makes_room_for_the_next_time(shelf: Shelf) -> None:
    reservation = shelf.lay(NoticeMethod.EMAIL)
    shelf.hand_out(reservation)
    shelf.lay_again(reservation)
    assert sorted(state for _method, state in shelf.notices()) == ["dropped", "due"]


def test_the_database_keeps_one_notice_for_a_reservation_and_method(
    library: Service, shelf: Shelf
) -> None:
    reservation = shelf.lay(NoticeMethod.EMAIL)
    with pytest.raises(RaceLost), library.database.writing() as session:
        session.add(
            NoticeRow(
                id=NoticeId("second"),
                reservation_id=reservation,
                method=NoticeMethod.EMAIL,
                written_at=START,
                due_at=START,
            )
        )


def test_a_notice_is_erased_with_its_reservation(library: Service, shelf: Shelf) -> None:
    shelf.lay(NoticeMethod.EMAIL)
    with library.database.writing() as session:
        session.execute(delete(ReservationRow))
    assert shelf.notices() == []
