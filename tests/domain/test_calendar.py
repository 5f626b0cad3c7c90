"""The library's days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.domain.calendar import Calendar, Weekday

MONDAYS_OFF = Calendar(closed_weekdays=(Weekday.MONDAY,), closed_on=(date(2026, 11, 26),))
FRIDAY = date(2026, 11, 20)


def test_the_day_changes_at_the_librarys_midnight() -> None:
    midnight = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
    assert Calendar().today(midnight) == date(2026, 11, 21)
    assert Calendar().today(midnight - timedelta(seconds=1)) == date(2026, 11, 20)


def test_closed_days_are_the_weekly_ones_and_those_of_the_list() -> None:
    closed = [
        day
        for day in (FRIDAY + timedelta(days=n) for n in range(14))
        if not MONDAYS_OFF.is_open(day)
    ]
    assert closed == [date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("count", "day"),
    [
        (0, FRIDAY),
        (1, date(2026, 11, 21)),
        (2, date(2026, 11, 22)),
        (3, date(2026, 11, 24)),
        (7, date(2026, 11, 29)),
        (8, date(2026, 12, 1)),
    ],
)
def test_opening_days_are_counted_over_closed_ones(count: int, day: date) -> None:
    assert MONDAYS_OFF.opening_day_after(FRIDAY, count) == day


def test_a_branch_may_be_closed_on_more_days() -> None:
    branch = MONDAYS_OFF.besides((Weekday.SATURDAY,))
    assert branch.opening_day_after(FRIDAY, 1) == date(2026, 11, 22)
    assert MONDAYS_OFF.besides(()).closed_weekdays == (Weekday.MONDAY,)


def test_a_branch_that_never_opens_keeps_the_days_of_the_library() -> None:
    assert MONDAYS_OFF.besides(tuple(Weekday)) == MONDAYS_OFF


def test_an_instant_without_a_zone_has_no_day() -> None:
    with pytest.raises(AssertionError):
        Calendar().today(datetime(2026, 11, 20))  # noqa: DTZ001 - what is refused
