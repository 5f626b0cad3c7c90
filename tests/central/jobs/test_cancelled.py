"""What was cancelled stays listed for thirty days, counted where the library is (rule V2)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from kiosk.central.jobs.cancelled import erase_cancelled
from kiosk.central.lending.late import MOST_ERASED
from kiosk.central.service import Service
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import PermitEnded
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import ReservationId, ReservationState
from tests.central.clock import START, TurnedClock
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK, KOKORO, TARO, Counter

DAY = timedelta(days=1)


def cancelled(library: Service, counter: Counter) -> ReservationId:
    reservation = ReservationId(str(counter.reserve(HANAKO, BOTCHAN).answer.id))
    library.lending.cancel(HANAKO, reservation)
    return reservation


def kept(library: Service) -> set[str]:
    with library.database.session() as session:
        return set(session.scalars(select(ReservationRow.id)))


def test_day_30_is_still_listed_and_day_31_is_not(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    reservation = cancelled(library, counter)
    clock.turn(30 * DAY)
    assert erase_cancelled(library) == 0
    assert kept(library) == {reservation}
    clock.turn(DAY)
    assert erase_cancelled(library) == 1
    assert kept(library) == set()


def test_the_day_ends_at_midnight_where_the_library_is(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    cancelled(library, counter)
    midnight = datetime(2026, 12, 20, 15, 0, tzinfo=UTC)  # day 31 begins in Japan
    clock.turn(midnight - START - timedelta(microseconds=1))
    assert erase_cancelled(library) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_cancelled(library) == 1


def test_what_was_cancelled_at_midnight_was_cancelled_on_the_day_that_began(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    clock.turn(datetime(2026, 11, 20, 15, 0, tzinfo=UTC) - START)  # midnight in Japan
    cancelled(library, counter)
    clock.turn(31 * DAY - timedelta(microseconds=1))
    assert erase_cancelled(library) == 0
    clock.turn(timedelta(microseconds=1))
    assert erase_cancelled(library) == 1


def test_erasing_twice_erases_no_more(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    cancelled(library, counter)
    clock.turn(31 * DAY)
    assert [erase_cancelled(library), erase_cancelled(library)] == [1, 0]


def test_what_is_not_cancelled_stays_however_old_it_is(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    waiting = counter.reserve(HANAKO, KOKORO).answer.id
    ended = counter.reserve(TARO, KOKORO).answer.id
    with library.database.writing() as session:
        row = session.get_one(ReservationRow, str(ended))
        row.state, row.ended_at = ReservationState.COLLECTED, clock.now()
    clock.turn(400 * DAY)
    assert erase_cancelled(library) == 0
    assert kept(library) == {str(waiting), str(ended)}


def test_what_was_erased_makes_room_for_the_same_title_again(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    cancelled(library, counter)
    clock.turn(31 * DAY)
    erase_cancelled(library)
    assert counter.reserve(HANAKO, BOTCHAN).is_new


def test_a_library_that_lists_nothing_still_reserves_only_once(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    policy = replace(library.policy, reservation=ReservationPolicy(cancelled_listed_days=0))
    short = replace(library, policy=policy)
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    first = library.lending.reserve(KIOSK, wish)
    library.lending.cancel(HANAKO, wish.id)
    clock.turn(policy.permit.honoured)
    assert erase_cancelled(short) == 0
    assert library.lending.reserve(KIOSK, wish) == replace(first, is_new=False)
    clock.turn(timedelta(seconds=1))
    assert erase_cancelled(short) == 1
    with pytest.raises(PermitEnded):
        library.lending.reserve(KIOSK, wish)


def test_all_of_them_go_however_many_there_are(
    library: Service, counter: Counter, clock: TurnedClock
) -> None:
    first = cancelled(library, counter)
    with library.database.writing() as session:
        columns = ReservationRow.__table__.columns
        row = session.execute(select(*columns).where(columns.id == first)).mappings().one()
        others = [
            {**row, "id": f"other {n}", "number": f"{n}", "permit_id": f"{n}", "place": 10 + n}
            for n in range(MOST_ERASED + 1)
        ]
        session.execute(insert(ReservationRow), others)
    clock.turn(31 * DAY)
    assert erase_cancelled(library) == len(others) + 1
    assert kept(library) == set()
