"""Taking back a cancelling: the old place, the rules of now, and only for a while."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest

from kiosk.central.records.changes import withdraw_title
from kiosk.central.records.whereabouts import waiting_for
from kiosk.central.storage.database import Database
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LibraryError,
    LimitReached,
    NotReservable,
    ReservationUnknown,
    TooLateToChange,
)
from kiosk.domain.policy import ReservationPolicy
from kiosk.domain.reservations import Reservation, ReservationId, ReservationState
from kiosk.domain.titles import Material, TitleId
from tests.central.clock import START, TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    CD_LIMIT,
    HANAKO,
    POLICY,
    RAKUGO,
    SERENADE,
    TARO,
    Counter,
    add_title,
    lend,
)

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
THIRD = TitleId("third")


def cancelled(counter: Counter, title: TitleId = BOTCHAN) -> ReservationId:
    """Hanako's reservation, made and cancelled."""
    reservation = counter.reserve(HANAKO, title).answer.id
    counter.lending.cancel(HANAKO, reservation)
    return reservation


@pytest.mark.rule("V1", "R9")
def test_it_stands_where_it_stood_before_those_who_came_meanwhile(
    counter: Counter, clock: TurnedClock
) -> None:
    reservation = counter.reserve(HANAKO, BOTCHAN).answer.id
    clock.turn(timedelta(minutes=5))
    counter.reserve(TARO, BOTCHAN)
    counter.lending.cancel(HANAKO, reservation)
    assert [each.position for each in counter.lending.mine(TARO)] == [1]
    clock.turn(timedelta(minutes=5))
    restored = counter.lending.restore(HANAKO, reservation)
    assert (restored.state, restored.position) == (ReservationState.QUEUED, 1)
    assert (restored.requested_at, restored.cancelled_at) == (START, None)
    assert [each.position for each in counter.lending.mine(TARO)] == [2]
    assert counter.lending.mine(HANAKO) == (restored,)
    assert counter.lending.cancelled(HANAKO) == ()


def test_to_restore_again_changes_nothing(counter: Counter, clock: TurnedClock) -> None:
    reservation = cancelled(counter)
    first = counter.lending.restore(HANAKO, reservation)
    clock.turn(2 * HOUR)
    assert counter.lending.restore(HANAKO, reservation) == first


def test_it_is_possible_for_an_hour(counter: Counter, clock: TurnedClock) -> None:
    reservation = cancelled(counter)
    clock.turn(HOUR)
    counter.lending.restore(HANAKO, reservation)
    counter.lending.cancel(HANAKO, reservation)
    clock.turn(HOUR + SECOND)
    with pytest.raises(TooLateToChange):
        counter.lending.restore(HANAKO, reservation)
    assert [each.id for each in counter.lending.cancelled(HANAKO)] == [reservation]


def test_a_library_may_allow_no_undoing(counter: Counter, database: Database) -> None:
    clock = TurnedClock()
    strict = replace(POLICY, reservation=ReservationPolicy(undo_minutes=0))
    reservation = cancelled(counter)
    clock.turn(SECOND)
    with pytest.raises(TooLateToChange):
        Counter(database, clock, strict).lending.restore(HANAKO, reservation)


@pytest.mark.rule("R5")
def test_the_limit_holds_when_something_took_its_place(
    counter: Counter, database: Database
) -> None:
    counter.reserve(HANAKO, SERENADE)
    reservation = cancelled(counter, RAKUGO)
    add_title(database, THIRD, Material.CD, shelf_mark="C762")
    thirds = counter.reserve(HANAKO, THIRD).answer.id
    with pytest.raises(LimitReached) as refused:
        counter.lending.restore(HANAKO, reservation)
    assert (refused.value.limit, refused.value.group) == (CD_LIMIT, "cd")
    counter.lending.cancel(HANAKO, thirds)
    assert counter.lending.restore(HANAKO, reservation).title == RAKUGO


@pytest.mark.rule("R8")
def test_what_was_reserved_anew_or_borrowed_meanwhile_is_refused(
    counter: Counter, database: Database
) -> None:
    reservation = cancelled(counter)
    again = counter.reserve(HANAKO, BOTCHAN).answer.id
    with pytest.raises(AlreadyReserved):
        counter.lending.restore(HANAKO, reservation)
    counter.lending.cancel(HANAKO, again)
    lend(database, BOTCHAN, HANAKO)
    with pytest.raises(AlreadyOnLoan):
        counter.lending.restore(HANAKO, reservation)


def test_a_title_that_the_library_gave_up_is_refused(counter: Counter, database: Database) -> None:
    reservation = cancelled(counter)
    with database.writing() as session:
        withdraw_title(session, BOTCHAN)
    with pytest.raises(NotReservable):
        counter.lending.restore(HANAKO, reservation)


@pytest.mark.parametrize(
    "state",
    [
        ReservationState.IN_TRANSIT,
        ReservationState.READY,
        ReservationState.COLLECTED,
        ReservationState.EXPIRED,
    ],
)
def test_only_what_was_cancelled_is_restored(
    counter: Counter, database: Database, state: ReservationState
) -> None:
    reservation = counter.reserve(HANAKO, BOTCHAN).answer.id
    with database.writing() as session:
        row = session.get_one(ReservationRow, reservation)
        row.state, row.ended_at = state, START
    with pytest.raises(TooLateToChange):
        counter.lending.restore(HANAKO, reservation)


def test_nobody_restores_for_another_or_what_was_erased(
    counter: Counter, database: Database
) -> None:
    reservation = cancelled(counter)
    with pytest.raises(ReservationUnknown):
        counter.lending.restore(TARO, reservation)
    with database.writing() as session:
        session.delete(session.get_one(ReservationRow, reservation))
    with pytest.raises(ReservationUnknown):
        counter.lending.restore(HANAKO, reservation)


def test_the_kiosks_hear_that_one_more_waits_again(counter: Counter, database: Database) -> None:
    reservation = cancelled(counter)
    counter.lending.restore(HANAKO, reservation)
    with database.session() as session:
        assert waiting_for(session, [BOTCHAN]) == {BOTCHAN: 1}


@pytest.mark.rule("R5")
def test_two_undone_at_once_for_the_last_place_make_one(
    counter: Counter, database: Database
) -> None:
    add_title(database, THIRD, Material.CD, shelf_mark="C762")
    wanted = [cancelled(counter, title) for title in (RAKUGO, THIRD)]
    counter.reserve(HANAKO, SERENADE)
    gate = Barrier(2)
    outcomes: list[Reservation | LibraryError] = []

    def undo(reservation: ReservationId) -> None:
        gate.wait()
        try:
            outcomes.append(counter.lending.restore(HANAKO, reservation))
        except LibraryError as error:
            outcomes.append(error)

    threads = [Thread(target=undo, args=(each,)) for each in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in outcomes) == ["LimitReached", "Reservation"]
    assert len(counter.lending.mine(HANAKO)) == CD_LIMIT
