"""A title waits so many opening days of its branch; days on which nobody can come do not count."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.central.accounts.hashing import Hasher
from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.service import assemble
from kiosk.central.storage.database import Database
from kiosk.central.tables.notices import NoticeRow
from kiosk.domain.calendar import Weekday
from kiosk.domain.circulation import PutOnHoldShelf
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.policy import Policy
from kiosk.domain.reservations import ReservationState
from tests.central import small_library
from tests.central.circulation.desk import Desk, item, on_shelf
from tests.central.clock import TurnedClock
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK, MAIN, TARO

NEW_YEAR = tuple(date(2026, 12, 28) + timedelta(days=nth) for nth in range(8))  # to 4 January
READY = datetime(2026, 12, 26, 1, 0, tzinfo=UTC)  # a Saturday in Japan; the next is the last open
LAST_DAY = date(2027, 1, 12)


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(READY)


@pytest.fixture
def desk(database: Database, clock: TurnedClock, policy: Policy, hasher: Hasher) -> Desk:
    """Closed on Mondays, over New Year, and the main branch on Wednesdays too."""
    calendar = replace(
        policy.calendar, closed_weekdays=(Weekday.MONDAY,), closed_on=NEW_YEAR, zone="Asia/Tokyo"
    )
    wanted = replace(policy, calendar=calendar)
    service = assemble(database, clock, wanted, hasher, LocalTrust(()))
    small_library.fill(database)
    service.kiosks.register(KIOSK, MAIN)
    desk = Desk(service)
    desk.closes(MAIN, Weekday.WEDNESDAY)
    return desk


def turn_to(clock: TurnedClock, at: datetime) -> None:
    clock.turn(at - clock.now())


def test_new_year_and_the_closed_days_of_the_branch_eat_none_of_the_days(desk: Desk) -> None:
    """27 Dec, 5, 7, 8, 9, 10 and 12 January: seven days on which the patron can come."""
    assert desk.service.policy.hold_shelf.opening_days == 7
    desk.reserve(TARO, BOTCHAN)
    assert on_shelf(desk.does.picked(item(BOTCHAN), MAIN))[1] == LAST_DAY


def test_at_the_end_of_the_last_day_it_is_over_and_not_before(
    desk: Desk, clock: TurnedClock
) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    midnight = datetime(2027, 1, 12, 15, 0, tzinfo=UTC)  # in Japan
    turn_to(clock, midnight - timedelta(microseconds=1))
    assert expire_reservations(desk.service) == 0
    turn_to(clock, midnight)
    assert expire_reservations(desk.service) == 1
    assert desk.state(reservation) is ReservationState.EXPIRED


@pytest.mark.rule("R9", "V3")
def test_what_was_not_fetched_goes_to_the_next_who_is_told_and_has_a_full_time(
    desk: Desk, clock: TurnedClock
) -> None:
    desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    following = desk.reserve(HANAKO, BOTCHAN, notice=NoticeMethod.MISSED_CALL)
    turn_to(clock, datetime(2027, 1, 13, 1, 0, tzinfo=UTC))
    expire_reservations(desk.service)
    step = desk.does.take_off(item(BOTCHAN), MAIN)
    assert isinstance(step, PutOnHoldShelf)
    assert step.ready_until == date(2027, 1, 22)  # 14 to 17, 19, 21 and 22 January
    assert desk.state(following) is ReservationState.READY
    assert desk.count(NoticeRow) == 1
