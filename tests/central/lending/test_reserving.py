"""A reservation is placed exactly once, by the rules that hold at receipt."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.central.lending.placing import Placed
from kiosk.central.records.changes import withdraw_title
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    AlreadyReserved,
    NoticeNotPossible,
    NotReservable,
    NumberNotAccepted,
    PermitEnded,
    PickupNotPossible,
    ReservationUnknown,
    TooLateToChange,
)
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import (
    ReservationId,
    ReservationNumber,
    ReservationState,
)
from tests.central.clock import START, TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    FILM,
    HANAKO,
    ISLAND,
    KIOSK,
    KOKORO,
    MAIN,
    OTHER_KIOSK,
    SERENADE,
    TARO,
    Counter,
)


def set_state(database: Database, reservation: ReservationId, state: ReservationState) -> None:
    with database.writing() as session:
        session.get_one(ReservationRow, reservation).state = state


@pytest.mark.rule("R2")
def test_a_reservation_tells_what_was_chosen(counter: Counter) -> None:
    permit = counter.options(HANAKO, BOTCHAN).permit
    wish = counter.wish(permit, ISLAND, NoticeMethod.MISSED_CALL)
    placed = counter.lending.reserve(KIOSK, wish)
    assert placed.is_new
    reservation = placed.answer.to_reservation()
    assert (reservation.id, reservation.number) == (wish.id, wish.number)
    assert reservation.title_name == "坊っちゃん"
    assert reservation.creator == "夏目 漱石"
    assert str(reservation.call_number) == "913.6 ナツ"
    assert reservation.pickup.telephone == "086-555-0300"
    assert reservation.notice is NoticeMethod.MISSED_CALL
    assert reservation.state is ReservationState.QUEUED
    assert (reservation.position, reservation.requested_at) == (1, START)
    [looked_at] = counter.lending.mine(HANAKO)
    assert looked_at == reservation


def test_the_same_wish_again_has_the_first_answer(counter: Counter, clock: TurnedClock) -> None:
    counter.reserve(TARO, BOTCHAN)
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    first = counter.lending.reserve(KIOSK, wish)
    clock.turn(timedelta(days=30))
    [taros] = counter.lending.mine(TARO)
    counter.lending.cancel(TARO, taros.id)
    again = counter.lending.reserve(KIOSK, wish)
    assert again == Placed(first.answer, is_new=False)
    assert again.answer.position == 2
    assert len(counter.lending.mine(HANAKO)) == 1


def test_another_wish_on_a_used_permit_is_refused(counter: Counter) -> None:
    permit = counter.options(HANAKO, BOTCHAN).permit
    placed = counter.lending.reserve(KIOSK, counter.wish(permit))
    with pytest.raises(PermitEnded):
        counter.lending.reserve(KIOSK, counter.wish(permit))
    counter.lending.cancel(HANAKO, placed.answer.id)
    with pytest.raises(PermitEnded):
        counter.lending.reserve(KIOSK, counter.wish(permit))


def test_another_permit_learns_nothing_of_a_reservation(counter: Counter) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    counter.lending.reserve(KIOSK, wish)
    with pytest.raises(PermitEnded):
        counter.lending.reserve(KIOSK, replace(wish, permit=counter.options(TARO, KOKORO).permit))


def test_a_permit_is_good_at_the_kiosk_that_asked_for_it(counter: Counter) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit, kiosk=2)
    with pytest.raises(PermitEnded):
        counter.lending.reserve(OTHER_KIOSK, wish)


def test_a_permit_is_honoured_for_72_hours(counter: Counter, clock: TurnedClock) -> None:
    early, late = (counter.options(HANAKO, title).permit for title in (BOTCHAN, KOKORO))
    clock.turn(timedelta(hours=72))
    assert counter.lending.reserve(KIOSK, counter.wish(early)).is_new
    clock.turn(timedelta(seconds=1))
    with pytest.raises(PermitEnded):
        counter.lending.reserve(KIOSK, counter.wish(late))


@pytest.mark.rule("R9")
def test_a_kept_reservation_queues_from_its_receipt(counter: Counter, clock: TurnedClock) -> None:
    hanakos = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    clock.turn(timedelta(hours=1))
    counter.reserve(TARO, BOTCHAN)
    clock.turn(timedelta(hours=1))
    placed = counter.lending.reserve(KIOSK, hanakos)
    assert placed.answer.position == 2
    assert placed.answer.requested_at == START + timedelta(hours=2)


@pytest.mark.rule("R9")
def test_no_clock_that_is_set_back_jumps_the_queue(counter: Counter, clock: TurnedClock) -> None:
    counter.reserve(TARO, BOTCHAN)
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    clock.turn(-timedelta(hours=5))
    placed = counter.lending.reserve(KIOSK, wish)
    assert placed.answer.position == 2
    assert placed.answer.requested_at == START


@pytest.mark.parametrize(
    "number", [reservation_number(2, 1), ReservationNumber("0010000010"), ReservationNumber("x")]
)
def test_a_number_must_be_the_kiosks_own(counter: Counter, number: ReservationNumber) -> None:
    wish = replace(counter.wish(counter.options(HANAKO, BOTCHAN).permit), number=number)
    with pytest.raises(NumberNotAccepted):
        counter.lending.reserve(KIOSK, wish)


def test_a_used_number_is_refused(counter: Counter) -> None:
    number = counter.reserve(TARO, BOTCHAN).answer.number
    wish = replace(counter.wish(counter.options(HANAKO, BOTCHAN).permit), number=number)
    with pytest.raises(NumberNotAccepted):
        counter.lending.reserve(KIOSK, wish)
    assert counter.lending.reserve(KIOSK, counter.wish(wish.permit)).is_new


@pytest.mark.rule("R6")
@pytest.mark.parametrize("pickup", [ISLAND, BranchId("nowhere")])
def test_a_branch_that_does_not_hand_it_out_is_refused(counter: Counter, pickup: BranchId) -> None:
    wish = counter.wish(counter.options(HANAKO, FILM).permit, pickup)
    with pytest.raises(PickupNotPossible):
        counter.lending.reserve(KIOSK, wish)
    assert counter.lending.reserve(KIOSK, counter.wish(wish.permit, MAIN)).is_new


@pytest.mark.rule("R3")
def test_a_notice_without_a_contact_is_refused(counter: Counter) -> None:
    permit = counter.options(HANAKO, BOTCHAN).permit
    with pytest.raises(NoticeNotPossible):
        counter.lending.reserve(KIOSK, counter.wish(permit, notice=NoticeMethod.EMAIL))


@pytest.mark.rule("R3")
def test_an_address_that_was_never_confirmed_is_no_contact(
    counter: Counter, database: Database
) -> None:
    with database.writing() as session:
        session.get_one(PatronRow, TARO).email_is_confirmed = False
    permit = counter.options(TARO, BOTCHAN).permit
    with pytest.raises(NoticeNotPossible):
        counter.lending.reserve(KIOSK, counter.wish(permit, notice=NoticeMethod.EMAIL))


@pytest.mark.rule("R8")
def test_what_was_reserved_meanwhile_is_refused(counter: Counter) -> None:
    permits = [counter.options(HANAKO, title).permit for title in (SERENADE, SERENADE)]
    counter.lending.reserve(KIOSK, counter.wish(permits[0]))
    with pytest.raises(AlreadyReserved):
        counter.lending.reserve(KIOSK, counter.wish(permits[1]))


def test_a_title_withdrawn_meanwhile_is_refused(counter: Counter, database: Database) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    with database.writing() as session:
        withdraw_title(session, BOTCHAN)
    with pytest.raises(NotReservable):
        counter.lending.reserve(KIOSK, wish)


def test_a_permit_of_a_patron_who_left_is_none(counter: Counter, database: Database) -> None:
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    with database.writing() as session:
        session.delete(session.get_one(PatronRow, HANAKO))
    with pytest.raises(PermitEnded):
        counter.lending.reserve(KIOSK, wish)


def test_cancelling_moves_the_others_up_and_is_safe_to_repeat(counter: Counter) -> None:
    hanakos = counter.reserve(HANAKO, BOTCHAN).answer
    assert counter.reserve(TARO, BOTCHAN).answer.position == 2
    counter.lending.cancel(HANAKO, hanakos.id)
    counter.lending.cancel(HANAKO, hanakos.id)
    assert counter.lending.mine(HANAKO) == ()
    assert [each.position for each in counter.lending.mine(TARO)] == [1]


@pytest.mark.rule("V1")
@pytest.mark.parametrize(
    "state", [ReservationState.IN_TRANSIT, ReservationState.READY, ReservationState.COLLECTED]
)
def test_what_is_prepared_is_no_longer_cancelled(
    counter: Counter, database: Database, state: ReservationState
) -> None:
    placed = counter.reserve(HANAKO, BOTCHAN)
    set_state(database, placed.answer.id, state)
    with pytest.raises(TooLateToChange):
        counter.lending.cancel(HANAKO, placed.answer.id)


def test_nobody_cancels_for_another(counter: Counter) -> None:
    placed = counter.reserve(HANAKO, BOTCHAN)
    for reservation in (placed.answer.id, ReservationId("none")):
        with pytest.raises(ReservationUnknown):
            counter.lending.cancel(TARO, reservation)
    assert len(counter.lending.mine(HANAKO)) == 1


def test_what_is_ready_stands_first_and_has_no_position(
    counter: Counter, database: Database
) -> None:
    counter.reserve(HANAKO, BOTCHAN)
    ready = counter.reserve(HANAKO, KOKORO).answer.id
    set_state(database, ready, ReservationState.READY)
    mine = counter.lending.mine(HANAKO)
    assert [(each.title, each.position) for each in mine] == [(KOKORO, None), (BOTCHAN, 1)]
