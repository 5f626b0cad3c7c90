"""A patron whose place in the queue changed is told from where, and why (rule R9)."""

from datetime import timedelta

import pytest

from kiosk.central.jobs.queue import erase_queue_changes
from kiosk.central.tables.queue import QueueChangeRow
from kiosk.domain.reservations import ReservationId
from kiosk.domain.titles import TitleId
from kiosk.domain.waiting import Moved, WhyMoved
from tests.central.circulation.desk import Desk, item
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    TODAY,
    add_title,
    crowd,
)

OLD, NEW = TitleId("old"), TitleId("new")
WORK = "吾輩は猫である"

pytestmark = pytest.mark.rule("R9")


@pytest.fixture
def queue(desk: Desk) -> list[ReservationId]:
    """Three who wait for the same title; Taro is the last."""
    first, second = crowd(desk.service.database, 2)
    return [desk.reserve(each, BOTCHAN) for each in (first, second, TARO)]


def told(desk: Desk) -> tuple[int | None, Moved | None]:
    """Taro's position, and what he is told of it."""
    [own] = desk.service.lending.mine(TARO)
    return own.position, own.moved


def moved(was: int, why: WhyMoved) -> Moved:
    return Moved(was, why, TODAY)


@pytest.mark.usefixtures("queue")
def test_nobody_is_told_anything_while_nothing_changes(desk: Desk) -> None:
    assert told(desk) == (3, None)


@pytest.mark.usefixtures("queue")
def test_a_copy_came_for_somebody_ahead(desk: Desk) -> None:
    desk.does.picked(item(BOTCHAN), MAIN)
    assert told(desk) == (2, moved(3, WhyMoved.ITEM_CAME))


def test_what_comes_by_a_crate_counts_once(desk: Desk) -> None:
    desk.reserve(HANAKO, BOTCHAN, EAST)
    desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    desk.does.arrive(item(BOTCHAN), EAST)
    assert told(desk) == (1, moved(2, WhyMoved.ITEM_CAME))


def test_somebody_ahead_cancelled(desk: Desk, queue: list[ReservationId]) -> None:
    desk.does.cancel(queue[0])
    desk.service.lending.cancel(desk.row(queue[1]).patron_id, queue[1])
    assert told(desk) == (1, moved(3, WhyMoved.CANCELLED))


def test_a_cancelling_that_is_taken_back_leaves_nothing_to_tell(
    desk: Desk, queue: list[ReservationId]
) -> None:
    patron = desk.row(queue[0]).patron_id
    desk.service.lending.cancel(patron, queue[0])
    desk.service.lending.restore(patron, queue[0])
    assert told(desk) == (3, None)


def test_one_who_reserved_in_between_is_told_of_it(desk: Desk) -> None:
    ahead = desk.reserve(HANAKO, BOTCHAN)
    desk.service.lending.cancel(HANAKO, ahead)
    desk.reserve(TARO, BOTCHAN)
    assert told(desk)[0] == 1
    desk.service.lending.restore(HANAKO, ahead)
    assert told(desk)[0] == 2


def test_a_copy_that_was_lost_brings_one_back_into_the_queue(
    desk: Desk, clock: TurnedClock, queue: list[ReservationId]
) -> None:
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(timedelta(hours=1))
    last = desk.reserve(HANAKO, BOTCHAN)
    clock.turn(timedelta(hours=1))
    desk.does.missing(item(BOTCHAN))
    own = next(each for each in desk.service.lending.mine(HANAKO) if each.id == last)
    assert (own.position, own.moved) == (4, moved(3, WhyMoved.ITEM_LOST))
    assert told(desk) == (3, None)
    assert len(queue) == 3


@pytest.mark.rule("R7")
def test_a_patron_ahead_moved_the_date(desk: Desk) -> None:
    lower, upper = desk.reserve(HANAKO, KOKORO), desk.reserve(HANAKO, BOTCHAN)
    desk.reserve(TARO, KOKORO)
    desk.does.set_sequence(HANAKO, [upper, lower])
    assert told(desk) == (1, moved(2, WhyMoved.ORDER_CHANGED))
    desk.does.release_sequence(HANAKO, lower)
    assert told(desk) == (2, None)


@pytest.mark.rule("R7")
def test_the_volume_before_it_came_for_somebody_ahead(desk: Desk, clock: TurnedClock) -> None:
    lower, upper = desk.reserve(HANAKO, KOKORO), desk.reserve(HANAKO, BOTCHAN)
    desk.does.set_sequence(HANAKO, [upper, lower])
    clock.turn(timedelta(hours=1))
    desk.reserve(TARO, KOKORO)
    assert told(desk) == (1, None)
    clock.turn(timedelta(hours=1))
    desk.does.picked(item(BOTCHAN), MAIN)
    assert told(desk) == (2, moved(1, WhyMoved.ORDER_REACHED))


@pytest.mark.parametrize(("is_any", "position"), [(True, 2), (False, 1)])
def test_what_happens_to_other_editions_concerns_who_takes_any(
    desk: Desk, *, is_any: bool, position: int
) -> None:
    for title in (OLD, NEW):
        add_title(desk.service.database, title, work=WORK)
    ahead = desk.reserve(HANAKO, NEW)
    own = desk.reserve(TARO, OLD)
    if is_any:
        desk.any_edition(own)
    assert told(desk) == (position, None)
    desk.does.cancel(ahead)
    assert told(desk) == (1, moved(2, WhyMoved.CANCELLED) if is_any else None)


@pytest.mark.usefixtures("queue")
def test_it_is_told_for_some_days_and_then_erased(desk: Desk, clock: TurnedClock) -> None:
    desk.does.picked(item(BOTCHAN), MAIN)
    clock.turn(timedelta(days=14))
    assert told(desk) == (2, moved(3, WhyMoved.ITEM_CAME))
    assert erase_queue_changes(desk.service) == 0
    clock.turn(timedelta(seconds=1))
    assert told(desk) == (2, None)
    assert erase_queue_changes(desk.service) == 1
    assert desk.count(QueueChangeRow) == 0
