"""The waiting time: counted by hand, and what must hold whatever is counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import Calendar, Weekday
from kiosk.domain.waiting import HORIZON, Ahead, Copy, Pace, Waiting, WhyUnsaid, waiting

TODAY = date(2026, 11, 20)  # a Friday
# Open every day: 14 days of loan, 7 on the hold shelf, 0 to 4 on the way.
PACE = Pace(
    calendar=Calendar(),
    loan_days=14,
    quick_days=1,
    hold_opening_days=7,
    fewest_transport_days=0,
    most_transport_days=4,
)

pytestmark = pytest.mark.rule("R9")


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def copy(latest: int = 0, earliest: int = 0) -> Copy:
    """Free so many days from today."""
    return Copy(after(earliest), after(latest))


def days(copies: list[Copy], ahead: int, pace: Pace = PACE) -> tuple[int, int | None] | None:
    return waiting(copies, Ahead(ahead, ahead), pace, TODAY).days


# ---- counted by hand
def test_a_copy_on_the_shelf_takes_the_way_alone() -> None:
    assert days([copy()], ahead=0) == (0, 4)


def test_a_copy_on_loan_may_come_back_today_or_on_its_last_day() -> None:
    assert days([copy(latest=10)], ahead=0) == (0, 14)


def test_each_one_ahead_takes_the_way_the_hold_shelf_and_a_loan() -> None:
    """4 + 7 + 14 days for each, then 4 for me; at the quickest a day for each."""
    assert days([copy()], ahead=1) == (1, 25 + 4)
    assert days([copy()], ahead=3) == (3, 3 * 25 + 4)


def test_two_copies_come_round_in_turn() -> None:
    """Free on days 0 and 10: the first is free again on day 25, the second on 35."""
    copies = [copy(latest=0), copy(latest=10)]
    assert [days(copies, ahead) for ahead in (1, 2, 3)] == [(0, 14), (1, 29), (1, 39)]


def test_days_on_which_the_branch_is_closed_do_not_count() -> None:
    """Ready on Tuesday 24, closed on Mondays: the 7th opening day after it is Wed 2 December.

    Lent until Wed 16 December, ready for me on Sunday 20 December.
    """
    mondays = replace(PACE, calendar=Calendar(closed_weekdays=(Weekday.MONDAY,)))
    told = waiting([copy()], Ahead(1, 1), mondays, TODAY)
    assert told.latest == date(2026, 12, 20)


def test_what_comes_on_a_closed_day_is_ready_on_the_next_that_is_open() -> None:
    closed = replace(PACE, calendar=Calendar(closed_on=(after(4), after(5))))
    assert days([copy()], ahead=0, pace=closed) == (0, 6)


# ---- what nobody can say
def test_without_a_copy_nothing_can_be_said() -> None:
    told = waiting([], Ahead(), PACE, TODAY, not_counted=2)
    assert (told.days, told.why_unsaid) == (None, WhyUnsaid.NO_COPY)
    assert told.counted.not_counted == 2


def test_a_latest_day_beyond_the_horizon_is_left_open() -> None:
    assert days([copy()], ahead=40) == (40, None)


def test_nor_an_earliest_day_beyond_it() -> None:
    told = waiting([copy()], Ahead(10_000, 10_000), PACE, TODAY)
    assert (told.days, told.why_unsaid) == (None, WhyUnsaid.TOO_LONG)


def test_the_method_is_told_with_the_range() -> None:
    counted = waiting([copy(), copy()], Ahead(2, 3), PACE, TODAY, not_counted=1).counted
    assert (counted.copies, counted.ahead, counted.not_counted) == (2, 3, 1)
    assert (counted.loan_days, counted.hold_opening_days, counted.transport_days) == (14, 7, 4)


# ---- whatever is counted
_day = st.integers(0, 60)
_copies = st.lists(
    st.tuples(_day, _day).map(lambda both: copy(earliest=min(both), latest=max(both))),
    min_size=1,
    max_size=6,
)
_calendars = st.builds(
    Calendar,
    closed_weekdays=st.lists(st.sampled_from(list(Weekday)), max_size=6, unique=True).map(tuple),
    closed_on=st.lists(_day.map(after), max_size=10).map(tuple),
)
_paces = st.builds(
    Pace,
    calendar=_calendars,
    loan_days=st.integers(1, 30),
    quick_days=st.integers(0, 30),
    hold_opening_days=st.integers(1, 14),
    fewest_transport_days=st.integers(0, 2),
    most_transport_days=st.integers(2, 7),
)
_ahead = st.integers(0, 12)
_NEVER = TODAY + 2 * HORIZON


def _range(told: Waiting) -> tuple[date, date]:
    return told.earliest or _NEVER, told.latest or _NEVER


def _told(copies: list[Copy], ahead: int, pace: Pace) -> tuple[date, date]:
    return _range(waiting(copies, Ahead(ahead, ahead), pace, TODAY))


@given(_copies, _ahead, _ahead, _paces)
def test_the_earliest_day_is_never_after_the_latest(
    copies: list[Copy], fewest: int, more: int, pace: Pace
) -> None:
    earliest, latest = _range(waiting(copies, Ahead(fewest, fewest + more), pace, TODAY))
    assert TODAY <= earliest <= latest


@given(_copies, _copies, _ahead, _paces)
def test_more_copies_never_make_it_later(
    copies: list[Copy], more: list[Copy], ahead: int, pace: Pace
) -> None:
    with_more, without = _told(copies + more, ahead, pace), _told(copies, ahead, pace)
    assert with_more[0] <= without[0]
    assert with_more[1] <= without[1]


@given(_copies, _ahead, _paces)
def test_one_more_ahead_never_makes_it_earlier(copies: list[Copy], ahead: int, pace: Pace) -> None:
    behind, before = _told(copies, ahead + 1, pace), _told(copies, ahead, pace)
    assert behind[0] >= before[0]
    assert behind[1] >= before[1]


@given(_copies, _ahead, _paces, st.integers(1, 30))
def test_a_copy_that_comes_later_never_makes_it_earlier(
    copies: list[Copy], ahead: int, pace: Pace, late: int
) -> None:
    first, *others = copies
    delay = timedelta(days=late)
    delayed = [Copy(first.earliest + delay, first.latest + delay), *others]
    after_it, before = _told(delayed, ahead, pace), _told(copies, ahead, pace)
    assert after_it[0] >= before[0]
    assert after_it[1] >= before[1]


@given(_copies, _ahead, _paces)
def test_the_order_of_the_copies_is_nothing(copies: list[Copy], ahead: int, pace: Pace) -> None:
    assert _told(copies, ahead, pace) == _told(copies[::-1], ahead, pace)


@given(_copies, _ahead, _paces)
def test_it_is_ready_on_a_day_on_which_the_branch_is_open(
    copies: list[Copy], ahead: int, pace: Pace
) -> None:
    told = waiting(copies, Ahead(ahead, ahead), pace, TODAY)
    assert all(pace.calendar.is_open(day) for day in (told.earliest, told.latest) if day)
