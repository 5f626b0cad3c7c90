"""What is to be done with an item next, whoever brought it and wherever it is held."""

from datetime import date, timedelta

import pytest

from kiosk.domain.calendar import Weekday
from kiosk.domain.circulation import (
    PutOnHoldShelf,
    SendForPickup,
    SendHome,
    ShelveHere,
)
from kiosk.domain.errors.circulation import AlreadyLent, ItemUnknown
from kiosk.domain.items import ItemState
from kiosk.domain.reservations import ReservationState
from tests.central.circulation.desk import Desk, item, on_shelf, stands_at
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    ENCYCLOPEDIA,
    HANAKO,
    ISLAND,
    KOKORO,
    LOST,
    MAIN,
    TARO,
)

BOTCHANS = item(BOTCHAN)


def test_what_nobody_waits_for_is_shelved_at_home(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    step = desk.does.take_back(BOTCHANS, MAIN)
    assert isinstance(step, ShelveHere)
    assert (step.item.shelf, step.item.floor, step.item.home.id) == ("24", "2階", MAIN)
    assert stands_at(desk.item(BOTCHANS)) == (ItemState.ON_SHELF, None, None)
    assert desk.loans == 0


def test_or_sent_home_from_elsewhere(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    step = desk.does.take_back(BOTCHANS, EAST)
    assert isinstance(step, SendHome)
    assert step.to.name == "本館"
    assert stands_at(desk.item(BOTCHANS)) == (ItemState.IN_TRANSIT, EAST, MAIN)
    assert isinstance(desk.does.arrive(BOTCHANS, MAIN), ShelveHere)


def test_what_is_reserved_for_this_branch_goes_onto_its_hold_shelf(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    reservation = desk.reserve(TARO, BOTCHAN)
    step = desk.does.take_back(BOTCHANS, MAIN)
    assert isinstance(step, PutOnHoldShelf)
    row = desk.row(reservation)
    assert (step.place, step.reservation) == ("A-01", row.number)
    assert (row.state, row.hold_shelf, row.item_barcode) == (
        ReservationState.READY,
        "A-01",
        BOTCHANS,
    )
    assert (row.ready_until, step.ready_until) == (date(2026, 11, 28), date(2026, 11, 28))
    assert stands_at(desk.item(BOTCHANS)) == (ItemState.ON_HOLD_SHELF, MAIN, None)


def test_what_is_reserved_for_another_goes_there_and_then_onto_its_hold_shelf(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    reservation = desk.reserve(TARO, BOTCHAN, EAST)
    step = desk.does.take_back(BOTCHANS, MAIN)
    assert isinstance(step, SendForPickup)
    assert (step.to.id, step.reservation) == (EAST, desk.number(reservation))
    assert desk.state(reservation) is ReservationState.IN_TRANSIT
    assert stands_at(desk.item(BOTCHANS)) == (ItemState.IN_TRANSIT, MAIN, EAST)
    assert on_shelf(desk.does.arrive(BOTCHANS, EAST))[0] == "A-01"
    assert desk.state(reservation) is ReservationState.READY
    assert stands_at(desk.item(BOTCHANS)) == (ItemState.ON_HOLD_SHELF, EAST, None)


def test_a_slip_names_no_patron(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    desk.reserve(TARO, BOTCHAN)
    said = repr(desk.does.take_back(BOTCHANS, MAIN))
    assert "taro" not in said
    assert desk.name_of(TARO) not in said


def test_the_days_of_the_hold_shelf_are_those_on_which_its_branch_is_open(desk: Desk) -> None:
    desk.closes(EAST, Weekday.SATURDAY, Weekday.SUNDAY)
    desk.reserve(TARO, BOTCHAN, EAST)
    desk.does.picked(BOTCHANS, MAIN)
    assert on_shelf(desk.does.arrive(BOTCHANS, EAST))[1] == date(2026, 12, 3)


def test_places_fill_up_from_the_first_that_is_free(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN)
    desk.reserve(HANAKO, KOKORO)
    assert on_shelf(desk.does.picked(BOTCHANS, MAIN))[0] == "A-01"
    assert on_shelf(desk.does.picked(item(KOKORO), MAIN))[0] == "A-02"
    third = desk.copy(BOTCHAN)
    desk.does.cancel(desk.reserve(HANAKO, BOTCHAN))
    desk.reserve(HANAKO, BOTCHAN)
    desk.lend(KOKORO)
    assert on_shelf(desk.does.picked(third, MAIN))[0] == "A-02"


def test_scanned_twice_it_keeps_its_place_and_its_day(desk: Desk, clock: TurnedClock) -> None:
    desk.reserve(TARO, BOTCHAN)
    first = desk.does.picked(BOTCHANS, MAIN)
    clock.turn(timedelta(days=1))
    assert desk.does.picked(BOTCHANS, MAIN) == first
    assert desk.does.take_back(BOTCHANS, MAIN) == first


def test_scanned_twice_it_is_sent_once(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST)
    assert desk.does.picked(BOTCHANS, MAIN) == desk.does.send(BOTCHANS, MAIN)


def test_what_strayed_from_its_hold_shelf_is_sent_back_to_it(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    desk.does.picked(BOTCHANS, MAIN)
    step = desk.does.arrive(BOTCHANS, ISLAND)
    assert isinstance(step, SendForPickup)
    row = desk.row(reservation)
    assert (row.state, row.hold_shelf, row.ready_until) == (ReservationState.IN_TRANSIT, "", None)
    assert desk.does.hold_shelf(MAIN) == ()
    desk.does.arrive(BOTCHANS, MAIN)
    assert desk.state(reservation) is ReservationState.READY


def test_what_arrives_for_nobody_serves_who_has_come_to_wait(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    desk.does.take_back(BOTCHANS, EAST)
    reservation = desk.reserve(TARO, BOTCHAN)
    assert isinstance(desk.does.arrive(BOTCHANS, MAIN), PutOnHoldShelf)
    assert desk.state(reservation) is ReservationState.READY


def test_a_reference_item_goes_home_though_somebody_waits(desk: Desk) -> None:
    step = desk.does.send(item(ENCYCLOPEDIA), EAST)
    assert isinstance(step, SendHome)


def test_an_item_that_a_patron_has_is_taken_back_first(desk: Desk) -> None:
    desk.lend(BOTCHAN)
    for deed in (desk.does.arrive, desk.does.send, desk.does.picked, desk.does.found):
        with pytest.raises(AlreadyLent):
            deed(BOTCHANS, MAIN)
    with pytest.raises(AlreadyLent):
        desk.does.missing(BOTCHANS)


def test_what_is_no_item_of_ours_belongs_nowhere(desk: Desk) -> None:
    with pytest.raises(ItemUnknown):
        desk.does.take_back("9784101010014", MAIN)


def test_what_was_missing_and_is_found_is_for_who_waits(desk: Desk) -> None:
    copy = desk.copy(LOST)
    desk.lend(BOTCHAN)
    reservation = desk.reserve(TARO, LOST)
    desk.does.missing(copy)
    assert desk.item(copy).state is ItemState.MISSING
    assert isinstance(desk.does.found(item(LOST), MAIN), PutOnHoldShelf)
    assert desk.state(reservation) is ReservationState.READY
    assert isinstance(desk.does.found(copy, MAIN), ShelveHere)


@pytest.mark.rule("R9")
def test_who_was_to_get_what_is_missing_waits_at_the_old_place(desk: Desk) -> None:
    first = desk.reserve(TARO, BOTCHAN)
    desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(BOTCHANS, MAIN)
    desk.does.missing(BOTCHANS)
    row = desk.row(first)
    assert (row.state, row.item_barcode, row.hold_shelf) == (ReservationState.QUEUED, None, "")
    assert row.ready_until is None
    desk.does.found(BOTCHANS, MAIN)
    assert desk.state(first) is ReservationState.READY
