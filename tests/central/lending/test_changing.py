"""Another pickup branch or notice, at the kiosk and on the internet (rules V1, R2, R3, R6)."""

from dataclasses import replace

import pytest

from kiosk.central.storage.database import Database
from kiosk.central.tables.items import ItemRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    NoticeNotPossible,
    PickupNotPossible,
    ReservationUnknown,
    TooLateToChange,
)
from kiosk.domain.items import ItemState
from kiosk.domain.policy import PickupPolicy
from kiosk.domain.reservations import Changes, Reservation, ReservationId, ReservationState
from kiosk.domain.titles import TitleId
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    EAST,
    FILM,
    HANAKO,
    ISLAND,
    MAIN,
    POLICY,
    READING,
    SERENADE,
    TARO,
    Counter,
)

TELEPHONE, EMAIL, NONE = NoticeMethod.TELEPHONE, NoticeMethod.EMAIL, NoticeMethod.NONE
AT_KIOSK_ONLY = [NoticeMethod.TELEPHONE, NoticeMethod.MISSED_CALL, NoticeMethod.FAX]
CLOSED = [state for state in ReservationState if state is not ReservationState.QUEUED]


def by_phone(counter: Counter, title: TitleId = BOTCHAN) -> ReservationId:
    """Hanako's reservation, made at the kiosk."""
    return counter.reserve(HANAKO, title, notice=TELEPHONE).answer.id


def change(
    counter: Counter,
    reservation: ReservationId,
    pickup: BranchId,
    notice: NoticeMethod,
    channel: Channel = Channel.KIOSK,
) -> Reservation:
    return counter.lending.change(HANAKO, reservation, pickup, notice, channel)


def found(
    counter: Counter, reservation: ReservationId, channel: Channel = Channel.KIOSK
) -> Changes:
    return counter.lending.changes(HANAKO, reservation, MAIN, channel)


def set_state(database: Database, reservation: ReservationId, state: ReservationState) -> None:
    with database.writing() as session:
        session.get_one(ReservationRow, reservation).state = state


def give_every_contact(database: Database) -> None:
    with database.writing() as session:
        hanako = session.get_one(PatronRow, HANAKO)
        hanako.email, hanako.fax = "hanako@example.jp", "086-555-9999"
        hanako.email_is_confirmed = hanako.fax_is_confirmed = True


@pytest.mark.rule("R2", "V1")
def test_branch_and_notice_are_changed_and_the_place_in_the_queue_is_not(counter: Counter) -> None:
    counter.reserve(TARO, BOTCHAN)
    reservation = by_phone(counter)
    changed = change(counter, reservation, EAST, NONE)
    assert (changed.pickup.id, changed.notice, changed.position) == (EAST, NONE, 2)
    assert changed.can_change
    assert counter.lending.mine(HANAKO) == (changed,)
    assert change(counter, reservation, EAST, NONE) == changed


@pytest.mark.rule("R3")
def test_changing_only_the_branch_on_the_internet_keeps_the_telephone(counter: Counter) -> None:
    changed = change(counter, by_phone(counter), EAST, TELEPHONE, Channel.INTERNET)
    assert (changed.pickup.id, changed.notice) == (EAST, TELEPHONE)


@pytest.mark.rule("R3")
@pytest.mark.parametrize("method", AT_KIOSK_ONLY)
def test_what_is_the_kiosks_alone_is_not_chosen_on_the_internet(
    counter: Counter, database: Database, method: NoticeMethod
) -> None:
    give_every_contact(database)
    reservation = counter.reserve(HANAKO, BOTCHAN, notice=NONE).answer.id
    with pytest.raises(NoticeNotPossible):
        change(counter, reservation, EAST, method, Channel.INTERNET)
    [mine] = counter.lending.mine(HANAKO)
    assert (mine.pickup.id, mine.notice) == (MAIN, NONE)
    assert change(counter, reservation, EAST, method).notice is method


@pytest.mark.rule("R3")
def test_who_left_the_telephone_on_the_internet_does_not_come_back_to_it_there(
    counter: Counter,
) -> None:
    reservation = by_phone(counter)
    change(counter, reservation, MAIN, NONE, Channel.INTERNET)
    with pytest.raises(NoticeNotPossible):
        change(counter, reservation, MAIN, TELEPHONE, Channel.INTERNET)
    assert change(counter, reservation, MAIN, TELEPHONE).notice is TELEPHONE


@pytest.mark.rule("R3")
def test_what_is_offered_for_a_change_is_the_channels_and_what_holds(
    counter: Counter, database: Database
) -> None:
    give_every_contact(database)
    reservation = by_phone(counter)
    at_kiosk = {each.method: each.why_not for each in found(counter, reservation).notices}
    assert set(at_kiosk.values()) == {None}
    changes = found(counter, reservation, Channel.INTERNET)
    assert {each.method: each.why_not for each in changes.notices} == {
        EMAIL: None,
        TELEPHONE: None,  # chosen at the kiosk: it may be kept
        NoticeMethod.MISSED_CALL: WhyNot.NOT_AT_THIS_CHANNEL,
        NoticeMethod.FAX: WhyNot.NOT_AT_THIS_CHANNEL,
        NONE: None,
    }


@pytest.mark.rule("R3")
def test_a_contact_is_needed_for_a_new_notice_and_not_asked_for_an_old_one(
    counter: Counter, database: Database
) -> None:
    reservation = by_phone(counter)
    with pytest.raises(NoticeNotPossible):
        change(counter, reservation, MAIN, EMAIL)
    with database.writing() as session:
        session.get_one(PatronRow, HANAKO).telephone = None
    assert change(counter, reservation, EAST, TELEPHONE).notice is TELEPHONE
    with pytest.raises(NoticeNotPossible):
        change(counter, reservation, EAST, NoticeMethod.MISSED_CALL)


@pytest.mark.rule("R6")
@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("title", [SERENADE, READING, FILM])
def test_nothing_audiovisual_is_sent_to_the_island_later(
    counter: Counter, title: TitleId, channel: Channel
) -> None:
    reservation = by_phone(counter, title)
    pickups = {each.branch.id: each.why_not for each in found(counter, reservation).pickups}
    assert pickups == {MAIN: None, EAST: None, ISLAND: WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL}
    with pytest.raises(PickupNotPossible):
        change(counter, reservation, ISLAND, TELEPHONE, channel)
    assert change(counter, reservation, EAST, TELEPHONE, channel).pickup.id == EAST


@pytest.mark.rule("R6")
def test_a_book_may_go_to_the_island_later(counter: Counter) -> None:
    assert change(counter, by_phone(counter), ISLAND, TELEPHONE).pickup.name == "伊島図書館"


@pytest.mark.rule("R6")
def test_a_cd_whose_only_copy_was_lost_is_a_cd_still(counter: Counter, database: Database) -> None:
    reservation = by_phone(counter, SERENADE)
    with database.writing() as session:
        session.get_one(ItemRow, "item-serenade").state = ItemState.MISSING
    with pytest.raises(PickupNotPossible):
        change(counter, reservation, ISLAND, TELEPHONE)


@pytest.mark.rule("R6")
def test_a_branch_that_holds_already_is_kept_whatever_was_decided_since(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    reservation = by_phone(counter, FILM)
    stricter_still = replace(POLICY, pickup=PickupPolicy(no_audiovisual_at=(MAIN, ISLAND)))
    stricter = Counter(database, clock, stricter_still)
    assert change(stricter, reservation, MAIN, NONE).pickup.id == MAIN
    assert change(stricter, reservation, EAST, NONE).pickup.id == EAST
    with pytest.raises(PickupNotPossible):
        change(stricter, reservation, MAIN, NONE)


def test_a_branch_that_there_is_not_is_refused(counter: Counter) -> None:
    with pytest.raises(PickupNotPossible):
        change(counter, by_phone(counter), BranchId("nowhere"), TELEPHONE)


@pytest.mark.rule("V1")
@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("state", CLOSED)
def test_what_is_prepared_or_over_is_closed_to_change(
    counter: Counter, database: Database, state: ReservationState, channel: Channel
) -> None:
    reservation = by_phone(counter)
    set_state(database, reservation, state)
    with pytest.raises(TooLateToChange):
        found(counter, reservation, channel)
    with pytest.raises(TooLateToChange):
        change(counter, reservation, EAST, NONE, channel)


@pytest.mark.rule("V1")
def test_a_change_whose_answer_was_lost_is_answered_though_the_item_left_meanwhile(
    counter: Counter, database: Database
) -> None:
    reservation = by_phone(counter)
    change(counter, reservation, EAST, NONE)
    set_state(database, reservation, ReservationState.IN_TRANSIT)
    again = change(counter, reservation, EAST, NONE)
    assert (again.pickup.id, again.state) == (EAST, ReservationState.IN_TRANSIT)
    assert not again.can_change


def test_nobody_changes_for_another(counter: Counter) -> None:
    for reservation in (by_phone(counter), ReservationId("none")):
        with pytest.raises(ReservationUnknown):
            counter.lending.changes(TARO, reservation, MAIN, Channel.KIOSK)
        with pytest.raises(ReservationUnknown):
            counter.lending.change(TARO, reservation, EAST, NONE, Channel.KIOSK)


def test_a_change_says_where_the_patron_stands(counter: Counter) -> None:
    reservation = by_phone(counter)
    at_kiosk = counter.lending.changes(HANAKO, reservation, MAIN, Channel.KIOSK)
    assert [each.branch.id for each in at_kiosk.pickups if each.is_here] == [MAIN]
    at_home = counter.lending.changes(HANAKO, reservation, None, Channel.INTERNET)
    assert not [each for each in at_home.pickups if each.is_here]
