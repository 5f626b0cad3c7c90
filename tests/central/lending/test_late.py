"""The first answer to a reservation is the only one, also where it is no (permits and ids)."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from kiosk.central.lending.late import KEPT, erase_over
from kiosk.central.storage.database import Database
from kiosk.central.tables.refusals import RefusalRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyReserved, LibraryError, LimitReached, PermitEnded
from kiosk.domain.notices import NoticeState
from kiosk.domain.reservations import ReservationState, Wish
from kiosk.domain.titles import Material, TitleId
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    CD_LIMIT,
    EAST,
    HANAKO,
    KIOSK,
    KOKORO,
    OTHER_KIOSK,
    RAKUGO,
    SERENADE,
    TARO,
    Counter,
    add_title,
)

BY_TELEPHONE = NoticeMethod.TELEPHONE
OTHER_CD = TitleId("other")
HOUR = timedelta(hours=1)


def refusal(counter: Counter, wish: Wish, *, has_left: bool = False) -> LibraryError:
    with pytest.raises(LibraryError) as refused:
        counter.lending.reserve(KIOSK, wish, has_left=has_left)
    return refused.value


def kept(database: Database) -> list[RefusalRow]:
    with database.session() as session:
        return list(session.scalars(select(RefusalRow)))


def told(database: Database) -> list[tuple[str | None, NoticeMethod | None, str | None]]:
    """Whom, how and of what."""
    rows = [row for row in kept(database) if row.patron_id is not None]
    return [(row.patron_id, row.method, row.title_name) for row in rows]


@pytest.fixture
def second(counter: Counter) -> Wish:
    """Asked for what the patron has reserved meanwhile."""
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, EAST, BY_TELEPHONE)
    counter.reserve(HANAKO, BOTCHAN)
    return wish


def cancel_the_first(counter: Counter) -> None:
    [first] = counter.lending.mine(HANAKO)
    counter.lending.cancel(HANAKO, first.id)


def test_who_was_refused_is_refused_again_though_it_would_be_possible_now(
    counter: Counter, second: Wish
) -> None:
    assert isinstance(refusal(counter, second), AlreadyReserved)
    cancel_the_first(counter)
    assert isinstance(refusal(counter, second), AlreadyReserved)
    assert counter.lending.mine(HANAKO) == ()


def test_a_refused_limit_says_the_same_number_again(counter: Counter, database: Database) -> None:
    add_title(database, OTHER_CD, Material.CD, shelf_mark="C700")
    permit = counter.options(HANAKO, RAKUGO).permit
    for title in (SERENADE, OTHER_CD):
        counter.reserve(HANAKO, title)
    wish = counter.wish(permit)
    assert [refusal(counter, wish), refusal(counter, wish)] == [LimitReached(CD_LIMIT, "cd")] * 2


def test_after_a_refusal_the_permit_is_good_for_another_id(counter: Counter, second: Wish) -> None:
    refusal(counter, second)
    cancel_the_first(counter)
    other = counter.wish(second.permit)
    assert counter.lending.reserve(KIOSK, other).is_new


def test_another_permit_hears_nothing_of_a_refused_id(counter: Counter, second: Wish) -> None:
    refusal(counter, second)
    permit = counter.options(TARO, KOKORO).permit
    assert isinstance(refusal(counter, replace(second, permit=permit)), PermitEnded)


def test_a_patron_who_looks_is_told_by_the_kiosk_alone(
    counter: Counter, second: Wish, database: Database
) -> None:
    refusal(counter, second)
    assert told(database) == []


@pytest.mark.rule("R3")
def test_a_patron_who_has_left_is_told_by_the_method_of_the_wish(
    counter: Counter, second: Wish, database: Database
) -> None:
    refusal(counter, second, has_left=True)
    assert told(database) == [(HANAKO, BY_TELEPHONE, "坊っちゃん")]


def test_a_refusal_that_nobody_heard_is_sent_after_the_patron_once(
    counter: Counter, second: Wish, database: Database
) -> None:
    first = refusal(counter, second)  # the answer was lost, and the kiosk said "kept"
    for _ in range(3):
        assert str(refusal(counter, second, has_left=True)) == str(first)
    assert len(told(database)) == 1


@pytest.mark.rule("R3")
def test_who_wants_no_notice_is_sent_no_refusal(counter: Counter, database: Database) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, notice=NoticeMethod.NONE)
    counter.reserve(HANAKO, BOTCHAN)
    refusal(counter, wish, has_left=True)
    assert told(database) == []


def test_who_asked_at_an_older_kiosk_has_left_after_twice_the_time(
    counter: Counter, second: Wish, database: Database, clock: TurnedClock
) -> None:
    clock.turn(timedelta(minutes=21))
    refusal(counter, second)
    assert len(told(database)) == 1


def test_a_permit_that_came_too_late_is_told_too(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, notice=BY_TELEPHONE)
    clock.turn(73 * HOUR)
    assert isinstance(refusal(counter, wish, has_left=True), PermitEnded)
    assert len(told(database)) == 1


def test_what_is_a_month_old_puzzles_nobody(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, notice=BY_TELEPHONE)
    clock.turn(KEPT + HOUR)
    refusal(counter, wish, has_left=True)
    assert told(database) == []


def test_what_was_placed_collected_and_erased_is_not_refused_after_the_patron(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, notice=BY_TELEPHONE)
    counter.lending.reserve(KIOSK, wish)  # the answer was lost, and the kiosk has been dark since
    clock.turn(100 * HOUR)
    assert erase_over(database, ReservationRow.id == wish.id, clock.now()) == 1
    assert isinstance(refusal(counter, wish, has_left=True), PermitEnded)
    [row] = kept(database)
    assert (row.state, row.patron_id) == (NoticeState.DROPPED, None)


@pytest.mark.parametrize("state", list(ReservationState))
def test_the_first_answer_is_given_byte_for_byte_whatever_became_of_it(
    counter: Counter, database: Database, clock: TurnedClock, state: ReservationState
) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    first = counter.lending.reserve(KIOSK, wish).answer
    with database.writing() as session:
        row = session.get_one(ReservationRow, wish.id)
        row.state, row.pickup_id, row.notice = state, EAST, BY_TELEPHONE
    clock.turn(100 * HOUR)
    again = counter.lending.reserve(KIOSK, wish, has_left=True)
    assert not again.is_new
    assert again.answer.model_dump_json() == first.model_dump_json()
    assert kept(database) == []


def test_the_same_wish_sent_by_many_at_once_has_one_answer(counter: Counter, second: Wish) -> None:
    gate = Barrier(6)
    answers: list[str] = []

    def send(number: int) -> None:
        gate.wait()
        if number == 0:
            cancel_the_first(counter)
            return
        try:
            answers.append(str(counter.lending.reserve(KIOSK, second).answer.id))
        except LibraryError as error:
            answers.append(str(error))

    threads = [Thread(target=send, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 5
    assert len(set(answers)) == 1


def test_options_tell_the_highest_number_of_this_kiosk(counter: Counter) -> None:
    assert counter.options(HANAKO, BOTCHAN).last_number is None
    for title in (BOTCHAN, KOKORO):
        placed = counter.reserve(HANAKO, title)
    assert counter.options(TARO, BOTCHAN).last_number == placed.answer.number
    assert counter.options(TARO, BOTCHAN, OTHER_KIOSK).last_number is None
