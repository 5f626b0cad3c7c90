"""取消済予約一覧: thirty days of the library, the thirtieth included (rule V2)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.central.storage.database import Database
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from tests.central.clock import START, TurnedClock
from tests.central.small_library import BOTCHAN, HANAKO, KOKORO, POLICY, TARO, Counter

SECOND = timedelta(seconds=1)
# Japan is nine hours ahead: its 20 November 2026 ends at 15:00 UTC.
END_OF_THE_20TH = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
END_OF_DAY_30 = datetime(2026, 12, 20, 15, 0, tzinfo=UTC)


def cancel(counter: Counter, title: TitleId = BOTCHAN) -> ReservationId:
    reservation = counter.reserve(HANAKO, title).answer.id
    counter.lending.cancel(HANAKO, reservation)
    return reservation


def set_to(clock: TurnedClock, instant: datetime) -> None:
    clock.turn(instant - clock.now())


@pytest.mark.rule("V2")
def test_what_was_cancelled_tells_when_and_is_over(counter: Counter, clock: TurnedClock) -> None:
    reservation = counter.reserve(HANAKO, BOTCHAN).answer.id
    clock.turn(timedelta(minutes=3))
    counter.lending.cancel(HANAKO, reservation)
    [listed] = counter.lending.cancelled(HANAKO)
    assert (listed.id, listed.title_name) == (reservation, "坊っちゃん")
    assert (listed.state, listed.position) == (ReservationState.CANCELLED, None)
    assert listed.cancelled_at == START + timedelta(minutes=3)
    assert not listed.can_change
    assert counter.lending.cancelled(TARO) == ()
    assert counter.lending.mine(HANAKO) == ()


@pytest.mark.rule("V2")
@pytest.mark.parametrize("cancelled_at", [START, END_OF_THE_20TH - SECOND])
def test_day_30_is_listed_to_its_last_second_and_day_31_is_not(
    counter: Counter, clock: TurnedClock, cancelled_at: datetime
) -> None:
    set_to(clock, cancelled_at)
    cancel(counter)
    set_to(clock, END_OF_DAY_30 - SECOND)
    assert len(counter.lending.cancelled(HANAKO)) == 1
    set_to(clock, END_OF_DAY_30)
    assert counter.lending.cancelled(HANAKO) == ()


@pytest.mark.rule("V2")
def test_what_was_cancelled_after_the_librarys_midnight_is_listed_a_day_longer(
    counter: Counter, clock: TurnedClock
) -> None:
    set_to(clock, END_OF_THE_20TH)  # by UTC it is the 20th still
    cancel(counter)
    set_to(clock, END_OF_DAY_30 + timedelta(days=1) - SECOND)
    assert len(counter.lending.cancelled(HANAKO)) == 1
    set_to(clock, END_OF_DAY_30 + timedelta(days=1))
    assert counter.lending.cancelled(HANAKO) == ()


@pytest.mark.rule("V2")
def test_the_latest_stands_first(counter: Counter, clock: TurnedClock) -> None:
    first = cancel(counter)
    clock.turn(timedelta(days=1))
    second = cancel(counter, KOKORO)
    third = cancel(counter)
    assert [each.id for each in counter.lending.cancelled(HANAKO)] == [third, second, first]


@pytest.mark.rule("V2")
def test_a_library_may_list_it_for_another_time(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    week = replace(POLICY, reservation=ReservationPolicy(cancelled_listed_days=7))
    lending = Counter(database, clock, week).lending
    cancel(counter)
    clock.turn(timedelta(days=7))
    assert len(lending.cancelled(HANAKO)) == 1
    clock.turn(timedelta(days=1))
    assert lending.cancelled(HANAKO) == ()


@pytest.mark.rule("V2")
@pytest.mark.parametrize(
    "state", [state for state in ReservationState if state is not ReservationState.CANCELLED]
)
def test_what_ended_otherwise_is_no_cancelled_reservation(
    counter: Counter, database: Database, state: ReservationState
) -> None:
    reservation = cancel(counter)
    with database.writing() as session:
        session.get_one(ReservationRow, reservation).state = state
    assert counter.lending.cancelled(HANAKO) == ()
