"""How long a patron waits: from the items, those ahead, the loan and the opening days (R9)."""

from datetime import date, timedelta

import pytest

from kiosk.central.service import Service
from kiosk.domain.calendar import Weekday
from kiosk.domain.titles import Material, TitleId
from kiosk.domain.waiting import Waiting, WhyUnsaid
from tests.central.circulation.desk import HANAKO_CARD, Desk, item
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    TODAY,
    Counter,
    add_title,
    crowd,
    fill,
)

OLD, NEW = TitleId("old"), TitleId("new")
WORK = "吾輩は猫である"
LOAN, WAY = 14, 4  # days, as the demonstration's policy has them

pytestmark = pytest.mark.rule("R9")


@pytest.fixture
def desk(service: Service) -> Desk:
    fill(service.database)
    return Desk(service)


@pytest.fixture
def counter(desk: Desk) -> Counter:
    service = desk.service
    return Counter(service.database, service.clock, service.policy)


def time(counter: Counter, title: TitleId = BOTCHAN) -> Waiting:
    """Of Taro, if he reserved it now."""
    told = counter.options(TARO, title).time
    assert told is not None
    return told


def days(told: Waiting) -> tuple[int, int | None]:
    assert told.days is not None
    return told.days


def test_a_copy_on_the_shelf_takes_the_way_alone(counter: Counter) -> None:
    assert days(time(counter)) == (0, WAY)


def test_a_loan_ends_at_the_latest_on_its_due_date(desk: Desk, counter: Counter) -> None:
    due_on = desk.lend(BOTCHAN).due_on
    assert due_on == TODAY + timedelta(days=LOAN)
    assert days(time(counter)) == (0, LOAN + WAY)


def test_one_ahead_takes_the_way_the_hold_shelf_and_a_loan(desk: Desk, counter: Counter) -> None:
    """Ready on Tue 24, kept until Wed 2 December (Monday is closed), lent until Wed 16."""
    desk.reserve(HANAKO, BOTCHAN)
    told = time(counter)
    assert (told.earliest, told.latest) == (date(2026, 11, 21), date(2026, 12, 20))


def test_a_copy_on_the_hold_shelf_is_fetched_and_lent_first(desk: Desk, counter: Counter) -> None:
    """Kept until Sat 28 November, then lent until Sat 12 December."""
    desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    told = time(counter)
    assert (told.earliest, told.latest) == (date(2026, 11, 21), date(2026, 12, 16))


def test_the_branch_of_the_patron_gives_the_opening_days(desk: Desk, counter: Counter) -> None:
    desk.closes(MAIN, Weekday.TUESDAY, Weekday.WEDNESDAY)
    assert time(counter).latest == date(2026, 11, 26)  # a Thursday


def test_more_copies_shorten_it(desk: Desk, counter: Counter) -> None:
    desk.reserve(HANAKO, BOTCHAN)
    desk.copy(BOTCHAN)
    assert days(time(counter)) == (0, WAY)
    assert time(counter).counted.copies == 2


def test_an_overdue_copy_is_given_some_days_and_then_not_counted(
    desk: Desk, counter: Counter, clock: TurnedClock
) -> None:
    desk.lend(BOTCHAN)
    allowance = desk.service.policy.waiting.overdue_days
    clock.turn(timedelta(days=LOAN + 1))
    assert days(time(counter))[1] in range(allowance + WAY, allowance + WAY + 2)
    clock.turn(timedelta(days=allowance))
    told = time(counter)
    assert (told.why_unsaid, told.counted.not_counted) == (WhyUnsaid.NO_COPY, 1)


def test_a_missing_copy_is_told_as_not_counted(desk: Desk, counter: Counter) -> None:
    lost = desk.copy(BOTCHAN)
    desk.does.missing(lost)
    counted = time(counter).counted
    assert (counted.copies, counted.not_counted) == (1, 1)


def test_who_has_reserved_is_told_when_nothing_is_left(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN)
    desk.does.missing(item(BOTCHAN))
    [own] = desk.service.lending.mine(TARO)
    assert own.waiting is not None
    assert own.waiting.why_unsaid is WhyUnsaid.NO_COPY


def test_the_loan_is_as_long_as_the_material_is_lent(desk: Desk, counter: Counter) -> None:
    add_title(desk.service.database, NEW, Material.MAGAZINE)
    assert time(counter, NEW).counted.loan_days == 7


def test_any_edition_counts_the_copies_of_all_and_those_who_wait_for_them(
    desk: Desk, counter: Counter
) -> None:
    for title in (OLD, NEW):
        add_title(desk.service.database, title, work=WORK)
    desk.lend(OLD)
    first, second = crowd(desk.service.database, 2)
    desk.reserve(first, OLD)
    desk.reserve(second, NEW)
    options = counter.options(TARO, OLD)
    assert options.time is not None
    assert options.time_any is not None
    assert (options.time.counted.copies, options.time.counted.ahead) == (1, 1)
    assert (options.time_any.counted.copies, options.time_any.counted.ahead) == (2, 2)
    assert days(options.time_any)[1] != days(options.time)[1]


def test_a_title_without_other_editions_has_one_time(counter: Counter) -> None:
    assert counter.options(TARO, BOTCHAN).time_any is None


@pytest.mark.rule("R7")
def test_who_is_held_up_may_come_first_or_not(desk: Desk, counter: Counter) -> None:
    """An item passes them at the earliest; at the latest they are served before."""
    lower = desk.reserve(HANAKO, KOKORO)
    desk.does.set_sequence(HANAKO, [desk.reserve(HANAKO, BOTCHAN), lower])
    told = time(counter, KOKORO)
    assert (told.earliest, told.counted.ahead) == (TODAY, 1)
    assert told.latest == date(2026, 12, 20)


@pytest.mark.rule("R7")
def test_nobody_can_say_it_for_a_title_held_up_by_the_own_order(desk: Desk) -> None:
    lower = desk.reserve(HANAKO, KOKORO)
    desk.does.set_sequence(HANAKO, [desk.reserve(HANAKO, BOTCHAN), lower])
    mine = desk.service.lending.mine(HANAKO)
    [told] = [each.waiting for each in mine if each.id == lower]
    assert told is not None
    assert told.why_unsaid is WhyUnsaid.OWN_ORDER


def test_a_reservation_is_told_the_same_as_before_it_was_made(desk: Desk, counter: Counter) -> None:
    desk.lend(BOTCHAN, HANAKO_CARD)
    before = time(counter)
    desk.reserve(TARO, BOTCHAN)
    [own] = desk.service.lending.mine(TARO)
    assert own.waiting == before


@pytest.mark.rule("R4")
def test_where_it_stands_it_takes_as_long_as_was_told_when_choosing(
    counter: Counter,
) -> None:
    """For the first who comes, once the branch is chosen."""
    offered = {each.branch.id: each.days for each in counter.options(TARO, BOTCHAN).pickups}
    for title, branch in ((BOTCHAN, MAIN), (KOKORO, EAST)):
        placed = counter.reserve(TARO, title, branch).answer.to_reservation()
        assert placed.waiting is not None
        assert days(placed.waiting) == offered[branch]


def test_it_is_told_where_it_is_placed_as_in_my_library(desk: Desk, counter: Counter) -> None:
    counter.reserve(HANAKO, BOTCHAN)
    placed = counter.reserve(TARO, BOTCHAN).answer.to_reservation()
    [own] = desk.service.lending.mine(TARO)
    assert own.waiting is not None
    assert placed.waiting == own.waiting
