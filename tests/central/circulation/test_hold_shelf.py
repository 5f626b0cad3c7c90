"""What waits for its patron, how long, and what becomes of it then."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.tables.notices import NoticeRow
from kiosk.domain.circulation import PutOnHoldShelf, SendForPickup, ShelveHere
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors.circulation import NotOnHoldShelf
from kiosk.domain.errors.reserving import ReservationUnknown
from kiosk.domain.items import ItemState
from kiosk.domain.notices import NoticeState
from kiosk.domain.reservations import ReservationId, ReservationState
from tests.central.circulation.desk import HANAKO_CARD, Desk, item
from tests.central.clock import START, TurnedClock
from tests.central.small_library import BOTCHAN, EAST, HANAKO, KOKORO, MAIN, TARO

DAY = timedelta(days=1)
LAST_DAY = date(2026, 11, 28)


@pytest.fixture
def ready(desk: Desk) -> ReservationId:
    reservation = desk.reserve(TARO, BOTCHAN, notice=NoticeMethod.EMAIL)
    desk.does.picked(item(BOTCHAN), MAIN)
    return reservation


def test_the_shelf_says_what_stands_where_and_until_when(desk: Desk, ready: ReservationId) -> None:
    [entry] = desk.does.hold_shelf(MAIN)
    assert (entry.item.barcode, entry.place) == (item(BOTCHAN), "A-01")
    assert (entry.reservation, entry.ready_until) == (desk.number(ready), LAST_DAY)
    assert desk.does.hold_shelf(EAST) == ()


def test_on_the_last_day_it_waits_and_on_the_next_it_is_over(
    desk: Desk, clock: TurnedClock, ready: ReservationId
) -> None:
    midnight = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)  # in Japan
    clock.turn(midnight - START - timedelta(microseconds=1))
    assert (expire_reservations(desk.service), desk.does.expired(MAIN)) == (0, ())
    clock.turn(timedelta(microseconds=1))
    assert len(desk.does.expired(MAIN)) == 1
    assert expire_reservations(desk.service) == 1
    assert desk.state(ready) is ReservationState.EXPIRED
    assert desk.row(ready).ended_at == midnight
    assert expire_reservations(desk.service) == 0


def test_what_is_over_stands_until_it_is_taken_off(
    desk: Desk, clock: TurnedClock, ready: ReservationId
) -> None:
    clock.turn(9 * DAY)
    expire_reservations(desk.service)
    [entry] = desk.does.expired(MAIN)
    assert (entry.place, entry.reservation) == ("A-01", None)
    assert isinstance(desk.does.take_off(item(BOTCHAN), MAIN), ShelveHere)
    assert desk.does.expired(MAIN) == ()


def test_taken_off_it_passes_to_the_next_in_the_queue(
    desk: Desk, clock: TurnedClock, ready: ReservationId
) -> None:
    waiting = desk.reserve(HANAKO, BOTCHAN, EAST)
    clock.turn(9 * DAY)
    step = desk.does.take_off(item(BOTCHAN), MAIN)
    assert isinstance(step, SendForPickup)
    assert step.reservation == desk.number(waiting)
    assert desk.state(ready) is ReservationState.EXPIRED


def test_who_waits_here_too_gets_a_full_time(
    desk: Desk, clock: TurnedClock, ready: ReservationId
) -> None:
    desk.reserve(HANAKO, BOTCHAN)
    clock.turn(9 * DAY)
    step = desk.does.take_off(item(BOTCHAN), MAIN)
    assert isinstance(step, PutOnHoldShelf)
    assert step.ready_until == date(2026, 12, 8)


def test_what_still_waits_is_not_taken_off(desk: Desk, ready: ReservationId) -> None:
    step = desk.does.take_off(item(BOTCHAN), MAIN)
    assert isinstance(step, PutOnHoldShelf)
    assert step.place == "A-01"
    assert desk.state(ready) is ReservationState.READY


def test_only_what_stands_there_is_taken_off(desk: Desk) -> None:
    with pytest.raises(NotOnHoldShelf):
        desk.does.take_off(item(KOKORO), MAIN)


def test_who_comes_too_late_still_borrows_it_while_it_stands_there(
    desk: Desk, clock: TurnedClock
) -> None:
    desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(9 * DAY)
    expire_reservations(desk.service)
    assert desk.does.lend(HANAKO_CARD, item(BOTCHAN)).collected is None
    assert desk.item(item(BOTCHAN)).hold_shelf == ""


@pytest.mark.rule("V1")
def test_who_phones_the_branch_can_still_cancel(desk: Desk, ready: ReservationId) -> None:
    desk.does.cancel(ready)
    assert desk.state(ready) is ReservationState.CANCELLED
    assert [entry.item.barcode for entry in desk.does.expired(MAIN)] == [item(BOTCHAN)]
    desk.does.cancel(ready)
    with pytest.raises(ReservationUnknown):
        desk.does.cancel(ReservationId("none"))


@pytest.mark.rule("V1")
def test_cancelled_on_its_way_it_turns_round_where_it_arrives(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN, EAST)
    desk.does.picked(item(BOTCHAN), MAIN)
    desk.does.cancel(reservation)
    desk.does.arrive(item(BOTCHAN), EAST)
    row = desk.item(item(BOTCHAN))
    assert (row.state, row.bound_for_id) == (ItemState.IN_TRANSIT, MAIN)


@pytest.mark.rule("V3")
def test_one_notice_is_due_when_it_is_ready_and_none_before(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST, NoticeMethod.EMAIL)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert desk.count(NoticeRow) == 0
    desk.does.arrive(item(BOTCHAN), EAST)
    desk.does.arrive(item(BOTCHAN), EAST)
    assert desk.count(NoticeRow) == 1


def test_no_notice_goes_out_for_what_was_collected_meanwhile(desk: Desk) -> None:
    desk.reserve(HANAKO, BOTCHAN, notice=NoticeMethod.MISSED_CALL)
    desk.does.picked(item(BOTCHAN), MAIN)
    desk.lend(BOTCHAN)
    with desk.service.database.session() as session:
        assert [row.state for row in session.query(NoticeRow)] == [NoticeState.DROPPED]
