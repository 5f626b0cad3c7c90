"""Who gets an item: the first in the queue whom it can serve (rules R6, R9)."""

import pytest

from kiosk.domain.circulation import SendForPickup, ShelveHere
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import Material, TitleId
from tests.central.circulation.desk import Desk, item
from tests.central.small_library import BOTCHAN, EAST, FILM, HANAKO, ISLAND, MAIN, TARO

READY, QUEUED = ReservationState.READY, ReservationState.QUEUED
NEW, OLD = TitleId("new"), TitleId("old")


@pytest.mark.rule("R9")
def test_the_first_who_asked_gets_it(desk: Desk) -> None:
    first = desk.reserve(TARO, BOTCHAN)
    second = desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert (desk.state(first), desk.state(second)) == (READY, QUEUED)


@pytest.mark.rule("R9")
def test_even_where_the_second_would_fetch_it_here(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST)
    desk.reserve(HANAKO, BOTCHAN, MAIN)
    step = desk.does.picked(item(BOTCHAN), MAIN)
    assert isinstance(step, SendForPickup)
    assert step.to.id == EAST


@pytest.mark.rule("R9")
def test_a_copy_that_comes_later_serves_the_second(desk: Desk) -> None:
    copy = desk.copy(BOTCHAN)
    first, second = desk.reserve(TARO, BOTCHAN), desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(copy, MAIN)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert desk.row(first).item_barcode == copy
    assert desk.row(second).item_barcode == item(BOTCHAN)


def test_who_cancelled_gets_nothing(desk: Desk) -> None:
    first, second = desk.reserve(TARO, BOTCHAN), desk.reserve(HANAKO, BOTCHAN)
    desk.service.lending.cancel(TARO, first)
    desk.does.picked(item(BOTCHAN), MAIN)
    assert desk.state(second) is READY


def test_who_reserved_one_edition_is_given_no_other(desk: Desk) -> None:
    other = desk.edition(OLD, "work")
    desk.edition(NEW, "work")
    reservation = desk.reserve(HANAKO, NEW)
    assert isinstance(desk.does.picked(other, MAIN), ShelveHere)
    assert desk.state(reservation) is QUEUED


def test_who_takes_any_edition_is_given_the_first_that_comes(desk: Desk) -> None:
    other = desk.edition(OLD, "work")
    desk.edition(NEW, "work")
    reservation = desk.reserve(HANAKO, NEW)
    desk.any_edition(reservation)
    desk.does.picked(other, MAIN)
    assert (desk.state(reservation), desk.row(reservation).item_barcode) == (READY, other)


@pytest.mark.rule("R9")
def test_any_edition_or_just_this_one_all_wait_in_one_order(desk: Desk) -> None:
    shared = desk.edition(OLD, "work")
    desk.edition(NEW, "work")
    first = desk.reserve(HANAKO, NEW)
    desk.any_edition(first)
    second = desk.reserve(TARO, OLD)
    desk.does.picked(shared, MAIN)
    assert (desk.state(first), desk.state(second)) == (READY, QUEUED)


def test_titles_of_no_work_are_no_editions_of_each_other(desk: Desk) -> None:
    other = desk.edition(OLD, "")
    desk.edition(NEW, "")
    desk.any_edition(desk.reserve(HANAKO, NEW))
    assert isinstance(desk.does.picked(other, MAIN), ShelveHere)


@pytest.mark.rule("R5")
def test_any_edition_of_a_book_is_no_read_aloud_cd(desk: Desk) -> None:
    spoken = desk.edition(OLD, "work", Material.CD, "712")
    desk.edition(NEW, "work")
    desk.any_edition(desk.reserve(HANAKO, NEW))
    assert isinstance(desk.does.picked(spoken, MAIN), ShelveHere)


@pytest.mark.rule("R6")
def test_a_dvd_is_not_sent_where_none_is_handed_out(desk: Desk) -> None:
    first, second = desk.reserve(TARO, FILM), desk.reserve(HANAKO, FILM)
    with desk.service.database.writing() as session:
        row = desk.row(first)
        row.pickup_id = ISLAND  # as a list that was read in might have it
        session.merge(row)
    desk.does.picked(item(FILM), MAIN)
    assert (desk.state(first), desk.state(second)) == (QUEUED, READY)
