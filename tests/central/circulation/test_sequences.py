"""順番予約: 下巻 never comes before 上巻 (rule R7)."""

from dataclasses import replace

import pytest

from kiosk.central.circulation.circulation import Circulation
from kiosk.domain.channels import Channel
from kiosk.domain.circulation import SendForPickup, ShelveHere
from kiosk.domain.errors.circulation import NotToSequence, SequenceAtCounter
from kiosk.domain.errors.reserving import ReservationUnknown
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import ReservationId, ReservationState
from tests.central.circulation.desk import HANAKO_CARD, Desk, item
from tests.central.clock import TurnedClock
from tests.central.small_library import BOTCHAN, EAST, HANAKO, KOKORO, MAIN, READING, TARO

READY, QUEUED = ReservationState.READY, ReservationState.QUEUED
UPPER, LOWER = BOTCHAN, KOKORO

pytestmark = pytest.mark.rule("R7", "R9")


@pytest.fixture
def volumes(desk: Desk) -> list[ReservationId]:
    """上巻 and 下巻; the lower was asked for first."""
    lower = desk.reserve(HANAKO, LOWER)
    ordered = [desk.reserve(HANAKO, UPPER), lower]
    desk.does.set_sequence(HANAKO, ordered)
    return ordered


def test_the_second_waits_for_the_first(desk: Desk, volumes: list[ReservationId]) -> None:
    assert isinstance(desk.does.picked(item(LOWER), MAIN), ShelveHere)
    desk.does.picked(item(UPPER), MAIN)
    assert [desk.state(each) for each in volumes] == [READY, QUEUED]


def test_the_second_is_supplied_once_the_first_is_ready(
    desk: Desk, volumes: list[ReservationId]
) -> None:
    assert [each.item.barcode for each in desk.does.pick_list(MAIN)] == [item(UPPER)]
    desk.does.picked(item(UPPER), MAIN)
    assert [each.item.barcode for each in desk.does.pick_list(MAIN)] == [item(LOWER)]
    desk.does.picked(item(LOWER), MAIN)
    assert [desk.state(each) for each in volumes] == [READY, READY]


def test_while_the_first_is_on_its_way_the_second_still_waits(desk: Desk) -> None:
    ordered = [desk.reserve(HANAKO, UPPER, EAST), desk.reserve(HANAKO, LOWER, EAST)]
    desk.does.set_sequence(HANAKO, ordered)
    assert isinstance(desk.does.picked(item(UPPER), MAIN), SendForPickup)
    assert isinstance(desk.does.picked(item(LOWER), MAIN), ShelveHere)
    desk.does.arrive(item(UPPER), EAST)
    assert isinstance(desk.does.picked(item(LOWER), MAIN), SendForPickup)


def test_a_first_that_was_cancelled_holds_up_nobody(
    desk: Desk, volumes: list[ReservationId]
) -> None:
    desk.service.lending.cancel(HANAKO, volumes[0])
    desk.does.picked(item(LOWER), MAIN)
    assert desk.state(volumes[1]) is READY


def test_nor_one_that_was_collected(desk: Desk, volumes: list[ReservationId]) -> None:
    desk.does.lend(HANAKO_CARD, item(UPPER))
    desk.does.picked(item(LOWER), MAIN)
    assert desk.state(volumes[1]) is READY


def test_a_first_whose_item_is_lost_holds_up_the_second_again(
    desk: Desk, volumes: list[ReservationId]
) -> None:
    desk.does.picked(item(UPPER), MAIN)
    desk.does.missing(item(UPPER))
    assert isinstance(desk.does.picked(item(LOWER), MAIN), ShelveHere)


def test_who_waits_for_an_order_lets_others_pass(desk: Desk, volumes: list[ReservationId]) -> None:
    other = desk.reserve(TARO, LOWER)
    desk.does.picked(item(LOWER), MAIN)
    assert (desk.state(other), desk.state(volumes[1])) == (READY, QUEUED)


def test_and_is_first_again_when_the_order_allows(desk: Desk, volumes: list[ReservationId]) -> None:
    desk.reserve(TARO, LOWER)
    desk.does.picked(item(UPPER), MAIN)
    desk.does.picked(item(LOWER), MAIN)
    assert desk.state(volumes[1]) is READY


def test_released_they_come_as_they_will(desk: Desk, volumes: list[ReservationId]) -> None:
    desk.does.release_sequence(HANAKO, volumes[0])
    assert desk.row(volumes[0]).sequence_id is None
    desk.does.picked(item(LOWER), MAIN)
    assert desk.state(volumes[1]) is READY
    desk.does.release_sequence(HANAKO, volumes[0])


def test_to_add_one_the_order_is_released_and_set_again(
    desk: Desk, volumes: list[ReservationId]
) -> None:
    third = desk.reserve(HANAKO, READING)
    with pytest.raises(NotToSequence):
        desk.does.set_sequence(HANAKO, [*volumes, third])
    desk.does.release_sequence(HANAKO, volumes[1])
    desk.does.set_sequence(HANAKO, [*volumes, third])
    assert [desk.row(each).sequence_rank for each in [*volumes, third]] == [1, 2, 3]


def test_only_the_counter_adds_one_at_the_end(desk: Desk, volumes: list[ReservationId]) -> None:
    third = desk.reserve(HANAKO, READING)
    desk.does.add_to_sequence(HANAKO, volumes[0], third)
    assert desk.row(third).sequence_rank == 3
    with pytest.raises(NotToSequence):
        desk.does.add_to_sequence(HANAKO, volumes[0], third)


def test_where_there_is_no_order_none_is_added_to(desk: Desk) -> None:
    lone, other = desk.reserve(HANAKO, UPPER), desk.reserve(HANAKO, LOWER)
    with pytest.raises(NotToSequence):
        desk.does.add_to_sequence(HANAKO, lone, other)


def test_an_order_is_of_two_or_more_of_ones_own_that_wait(desk: Desk) -> None:
    mine, theirs = desk.reserve(HANAKO, UPPER), desk.reserve(TARO, LOWER)
    for ordered in ([], [mine], [mine, mine]):
        with pytest.raises(NotToSequence):
            desk.does.set_sequence(HANAKO, ordered)
    with pytest.raises(ReservationUnknown):
        desk.does.set_sequence(HANAKO, [mine, theirs])
    with pytest.raises(ReservationUnknown):
        desk.does.release_sequence(HANAKO, theirs)
    ready = desk.reserve(HANAKO, READING)
    desk.does.picked(item(READING), MAIN)
    with pytest.raises(NotToSequence):
        desk.does.set_sequence(HANAKO, [mine, ready])
    assert desk.row(mine).sequence_id is None


def test_at_the_panel_no_order_is_set_or_released(desk: Desk, volumes: list[ReservationId]) -> None:
    with pytest.raises(SequenceAtCounter):
        desk.does.release_sequence(HANAKO, volumes[0], Channel.KIOSK)
    desk.does.release_sequence(HANAKO, volumes[0], Channel.INTERNET)
    with pytest.raises(SequenceAtCounter):
        desk.does.set_sequence(HANAKO, volumes, Channel.KIOSK)
    desk.does.set_sequence(HANAKO, volumes, Channel.INTERNET)


def test_unless_the_library_opens_it_there(desk: Desk, clock: TurnedClock) -> None:
    open_there = ReservationPolicy(sequence_at_panel=True)
    policy = replace(desk.service.policy, reservation=open_there)
    ordered = [desk.reserve(HANAKO, UPPER), desk.reserve(HANAKO, LOWER)]
    does = Circulation(desk.service.database, policy, clock)
    does.set_sequence(HANAKO, ordered, Channel.KIOSK)
    assert desk.row(ordered[1]).sequence_rank == 2
