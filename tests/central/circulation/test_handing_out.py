"""Lending: who may take what along, and which reservation is done by it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.central.circulation.circulation import Circulation
from kiosk.central.tables.loans import LoanRow
from kiosk.domain.circulation import ShelveHere
from kiosk.domain.errors.circulation import (
    AlreadyLent,
    ItemUnknown,
    LoansFull,
    PatronUnknown,
    ReadHereOnly,
    SetAside,
)
from kiosk.domain.items import ItemState
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import LoanPolicy
from kiosk.domain.reservations import ReservationState
from kiosk.domain.titles import Material, TitleId
from tests.central.circulation.desk import HANAKO_CARD, TARO_CARD, Desk, item, stands_at
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    ENCYCLOPEDIA,
    HANAKO,
    KOKORO,
    LOST,
    MAIN,
    READING,
    TARO,
    add_title,
)


def test_a_loan_says_its_title_and_when_it_is_due(desk: Desk) -> None:
    lent = desk.lend(BOTCHAN)
    assert (lent.item.title_name, lent.item.barcode) == ("坊っちゃん", item(BOTCHAN))
    assert (lent.due_on, lent.collected) == (date(2026, 12, 4), None)
    assert desk.item(item(BOTCHAN)).state is ItemState.ON_LOAN


def test_a_magazine_is_lent_for_a_week(desk: Desk) -> None:
    add_title(desk.service.database, TitleId("monthly"), Material.MAGAZINE)
    assert desk.lend(TitleId("monthly")).due_on == date(2026, 11, 27)


def test_the_day_counts_where_the_library_is(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(timedelta(hours=13, minutes=59))  # 23:59 in Japan
    assert desk.lend(BOTCHAN).due_on == date(2026, 12, 4)
    clock.turn(timedelta(minutes=1))
    assert desk.lend(KOKORO).due_on == date(2026, 12, 5)


def test_what_is_no_item_of_ours_is_refused(desk: Desk) -> None:
    with pytest.raises(ItemUnknown):
        desk.does.lend(HANAKO_CARD, "9784101010014")


def test_a_card_that_nobody_has_is_refused(desk: Desk) -> None:
    with pytest.raises(PatronUnknown):
        desk.does.lend(CardNumber("99999999"), item(BOTCHAN))
    assert desk.loans == 0


def test_a_reference_item_is_read_here(desk: Desk) -> None:
    with pytest.raises(ReadHereOnly):
        desk.lend(ENCYCLOPEDIA)


@pytest.mark.parametrize("card", [HANAKO_CARD, TARO_CARD])
def test_an_item_is_lent_once_at_a_time(desk: Desk, card: CardNumber) -> None:
    desk.lend(BOTCHAN, HANAKO_CARD)
    with pytest.raises(AlreadyLent):
        desk.lend(BOTCHAN, card)
    assert desk.loans == 1


def test_what_is_set_aside_is_lent_to_nobody_else(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    with pytest.raises(SetAside) as refused:
        desk.lend(BOTCHAN, HANAKO_CARD)
    assert refused.value.reservation == desk.number(reservation)
    assert "taro" not in repr(refused.value).lower()


def test_nor_while_it_is_on_its_way(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN, EAST)
    desk.does.picked(item(BOTCHAN), MAIN)
    with pytest.raises(SetAside):
        desk.lend(BOTCHAN, HANAKO_CARD)


def test_who_fetches_what_was_set_aside_collects_the_reservation(desk: Desk) -> None:
    reservation = desk.reserve(HANAKO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    number = desk.number(reservation)
    assert desk.lend(BOTCHAN).collected == number
    assert desk.state(reservation) is ReservationState.COLLECTED
    assert desk.row(reservation).item_barcode is None
    assert stands_at(desk.item(item(BOTCHAN))) == (ItemState.ON_LOAN, None, None)
    assert desk.does.hold_shelf(MAIN) == ()


def test_who_takes_a_copy_from_the_shelf_needs_the_reservation_no_more(desk: Desk) -> None:
    reservation = desk.reserve(HANAKO, BOTCHAN)
    assert desk.lend(BOTCHAN).collected == desk.number(reservation)
    assert desk.state(reservation) is ReservationState.COLLECTED


def test_the_copy_that_was_set_aside_then_waits_to_be_taken_off(desk: Desk) -> None:
    other = desk.copy(BOTCHAN)
    desk.reserve(HANAKO, BOTCHAN)
    waiting = desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    desk.does.lend(HANAKO_CARD, other)
    [left] = desk.does.expired(MAIN)
    assert (left.item.barcode, left.place, left.reservation) == (item(BOTCHAN), "A-01", None)
    desk.does.take_off(item(BOTCHAN), MAIN)
    assert desk.state(waiting) is ReservationState.READY


def test_a_copy_on_its_way_to_who_needs_it_no_more_goes_home_when_it_arrives(desk: Desk) -> None:
    other = desk.copy(BOTCHAN)
    desk.reserve(HANAKO, BOTCHAN, EAST)
    desk.does.picked(item(BOTCHAN), MAIN)
    desk.does.lend(HANAKO_CARD, other)
    desk.does.arrive(item(BOTCHAN), EAST)
    assert stands_at(desk.item(item(BOTCHAN))) == (ItemState.IN_TRANSIT, EAST, MAIN)
    assert isinstance(desk.does.arrive(item(BOTCHAN), MAIN), ShelveHere)


def test_another_patrons_reservation_is_not_collected(desk: Desk) -> None:
    reservation = desk.reserve(TARO, BOTCHAN)
    assert desk.lend(BOTCHAN, HANAKO_CARD).collected is None
    assert desk.state(reservation) is ReservationState.QUEUED


def test_another_edition_does_for_who_takes_any(desk: Desk) -> None:
    first = desk.edition(TitleId("old"), "work")
    reserved = TitleId("new")
    desk.edition(reserved, "work")
    reservation = desk.reserve(HANAKO, reserved)
    assert desk.does.lend(HANAKO_CARD, first).collected is None
    desk.does.take_back(first, MAIN)
    desk.any_edition(reservation)
    assert desk.does.lend(HANAKO_CARD, first).collected == desk.number(reservation)


def test_what_was_missing_and_is_in_hand_is_lent(desk: Desk) -> None:
    desk.lend(LOST)
    assert desk.item(item(LOST)).state is ItemState.ON_LOAN


def test_as_many_as_the_policy_allows_and_not_one_more(desk: Desk, clock: TurnedClock) -> None:
    policy = replace(desk.service.policy, loan=LoanPolicy(most=2))
    strict = Circulation(desk.service.database, policy, clock)
    strict.lend(HANAKO_CARD, item(BOTCHAN))
    strict.lend(HANAKO_CARD, item(KOKORO))
    with pytest.raises(LoansFull) as refused:
        strict.lend(HANAKO_CARD, item(READING))
    assert refused.value.limit == 2
    strict.lend(TARO_CARD, item(READING))
    strict.take_back(item(KOKORO), MAIN)
    strict.take_back(item(READING), MAIN)
    strict.lend(HANAKO_CARD, item(READING))


def test_a_refusal_changes_nothing(desk: Desk) -> None:
    desk.reserve(TARO, BOTCHAN)
    desk.does.picked(item(BOTCHAN), MAIN)
    before = stands_at(desk.item(item(BOTCHAN)))
    with pytest.raises(SetAside):
        desk.lend(BOTCHAN, HANAKO_CARD)
    assert stands_at(desk.item(item(BOTCHAN))) == before
    assert desk.count(LoanRow) == 0
