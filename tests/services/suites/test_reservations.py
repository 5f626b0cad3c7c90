"""Reserving, whichever make of reservations stands behind it."""

from dataclasses import replace
from datetime import time

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    AlreadyReserved,
    NoticeNotPossible,
    NotReservable,
    PermitEnded,
    PickupNotPossible,
    ReservationUnknown,
    TitleUnknown,
    TooLateToChange,
)
from kiosk.domain.patrons import Session
from kiosk.domain.reservation_numbers import is_reservation_number
from kiosk.domain.reservations import Permit, Reservation, ReservationId, ReservationState
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.services.simulated.patrons import INITIAL_PASSWORD, NEW_CARD
from kiosk.services.simulated.stock import (
    BOTCHAN,
    CENTRAL_BRANCH,
    DICTIONARY,
    EAST_BRANCH,
    HARBOUR,
    HARBOUR_VOLUMES,
    KOKORO,
    LEGENDS,
    LEGENDS_LARGE,
    SMALL_BRANCH,
    SYMPHONY,
)
from tests.services.suites.desks import Desk
from tests.services.suites.told import told

NOBODYS = ReservationId("00000000-0000-4000-8000-000000000000")


def reserve(
    desk: Desk, session: Session, found: FoundTitle = BOTCHAN, at: BranchId = CENTRAL_BRANCH.id
) -> Reservation:
    options = desk.reservations.options(session, found.title.id)
    return desk.reservations.reserve(options, at, NoticeMethod.MISSED_CALL)


def test_options_say_what_is_possible_and_why_not(desk: Desk, session: Session) -> None:
    options = desk.reservations.options(session, SYMPHONY.title.id)
    assert options.title == SYMPHONY.title.id
    assert [pickup.branch.id for pickup in options.pickups] == ["central", "east", "small"]
    assert [pickup.is_here for pickup in options.pickups] == [True, False, False]
    assert options.pickups[2].why_not is WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
    assert [notice.method for notice in options.notices] == list(NoticeMethod)
    assert {one.method: one.why_not for one in options.notices if one.why_not} == {
        NoticeMethod.FAX: WhyNot.NO_FAX
    }
    assert options.left == 10
    assert options.permit_s == 600


def test_a_contact_is_shown_masked(desk: Desk, session: Session) -> None:
    notices = desk.reservations.options(session, BOTCHAN.title.id).notices
    contacts = {notice.method: notice.contact for notice in notices}
    assert contacts[NoticeMethod.TELEPHONE] == "090-••••-5678"
    assert contacts[NoticeMethod.EMAIL] == "ha•••@example.jp"


@pytest.mark.rule("R3", "V3")
def test_the_library_says_from_where_it_writes_and_calls_and_when(
    desk: Desk, session: Session
) -> None:
    notices = desk.reservations.options(session, BOTCHAN.title.id).notices
    assert {each.method: (each.comes_from, each.hours) for each in notices} == {
        NoticeMethod.EMAIL: ("toshokan@library.example", None),
        NoticeMethod.TELEPHONE: ("", None),
        NoticeMethod.MISSED_CALL: ("086-555-0199", (time(9), time(20))),
        NoticeMethod.FAX: ("", None),
        NoticeMethod.NONE: ("", None),
    }


def test_what_was_reserved_stands_under_my_reservations(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session, at=EAST_BRANCH.id)
    assert is_reservation_number(reserved.number)
    assert (reserved.title_name, reserved.creator) == ("坊っちゃん", "夏目 漱石")
    assert reserved.pickup.name == "東分館"
    assert (reserved.state, reserved.position) == (ReservationState.QUEUED, 1)
    assert not reserved.is_kept
    assert told(desk.reservations.mine(session)) == told((reserved,))


def test_two_reservations_have_two_numbers(desk: Desk, session: Session) -> None:
    first, second = reserve(desk, session), reserve(desk, session, KOKORO)
    assert first.number != second.number
    assert {one.id for one in desk.reservations.mine(session)} == {first.id, second.id}


def test_the_queue_has_an_order(desk: Desk, session: Session) -> None:
    newcomer = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    desk.accounts.choose_password(newcomer, "midori26")
    options = desk.reservations.options(newcomer, BOTCHAN.title.id)
    desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    assert desk.reservations.options(session, BOTCHAN.title.id).waiting == 1
    assert reserve(desk, session).position == 2


def test_what_is_not_possible_is_refused_with_its_reason(desk: Desk, session: Session) -> None:
    with pytest.raises(NotReservable):
        desk.reservations.options(session, DICTIONARY.title.id)
    with pytest.raises(TitleUnknown):
        desk.reservations.options(session, TitleId("no-such-title"))
    reserve(desk, session)
    with pytest.raises(AlreadyReserved):
        desk.reservations.options(session, BOTCHAN.title.id)


def test_whoever_takes_any_edition_says_so_with_the_wish(desk: Desk, session: Session) -> None:
    assert desk.reservations.options(session, BOTCHAN.title.id).editions == 0
    options = desk.reservations.options(session, LEGENDS.title.id)
    assert options.editions == 1
    reserved = desk.reservations.reserve(
        options, CENTRAL_BRANCH.id, NoticeMethod.NONE, any_edition=True
    )
    assert (reserved.title, reserved.any_edition) == (LEGENDS.title.id, True)
    assert told(desk.reservations.mine(session)) == told((reserved,))
    assert not reserve(desk, session, LEGENDS_LARGE).any_edition


def test_a_volume_is_reserved_by_itself_and_its_set_is_not(desk: Desk, session: Session) -> None:
    with pytest.raises(NotReservable):
        desk.reservations.options(session, HARBOUR.title.id)
    first, second = (reserve(desk, session, volume) for volume in HARBOUR_VOLUMES[:2])
    assert {first.title, second.title} == {one.title.id for one in HARBOUR_VOLUMES[:2]}


def test_a_permit_is_good_once(desk: Desk, session: Session) -> None:
    options = desk.reservations.options(session, BOTCHAN.title.id)
    reserved = desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    desk.reservations.cancel(session, reserved.id)
    with pytest.raises(PermitEnded):
        desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)


def test_an_invented_permit_is_good_for_nothing(desk: Desk, session: Session) -> None:
    options = desk.reservations.options(session, BOTCHAN.title.id)
    with pytest.raises(PermitEnded):
        desk.reservations.reserve(
            replace(options, permit=Permit("invented")), CENTRAL_BRANCH.id, NoticeMethod.NONE
        )
    assert desk.reservations.mine(session) == ()


def test_a_choice_that_was_refused_may_be_made_better(desk: Desk, session: Session) -> None:
    options = desk.reservations.options(session, SYMPHONY.title.id)
    with pytest.raises(PickupNotPossible):
        desk.reservations.reserve(options, SMALL_BRANCH.id, NoticeMethod.NONE)
    with pytest.raises(NoticeNotPossible):
        desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.FAX)
    reserved = desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
    assert told(desk.reservations.mine(session)) == told((reserved,))


def test_what_is_cancelled_may_be_reserved_again(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session)
    desk.reservations.cancel(session, reserved.id)
    desk.reservations.cancel(session, reserved.id)
    assert desk.reservations.mine(session) == ()
    assert reserve(desk, session).id != reserved.id


def test_nobody_cancels_what_is_not_theirs(desk: Desk, session: Session) -> None:
    newcomer = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    desk.accounts.choose_password(newcomer, "midori26")
    for reservation in (reserve(desk, session).id, NOBODYS):
        with pytest.raises(ReservationUnknown):
            desk.reservations.cancel(newcomer, reservation)
    assert len(desk.reservations.mine(session)) == 1


@pytest.mark.parametrize("state", [ReservationState.IN_TRANSIT, ReservationState.READY])
def test_what_is_on_its_way_or_ready_is_not_cancelled_here(
    desk: Desk, session: Session, state: ReservationState
) -> None:
    reserved = reserve(desk, session)
    desk.set_state(reserved.id, state)
    with pytest.raises(TooLateToChange):
        desk.reservations.cancel(session, reserved.id)
    assert [one.state for one in desk.reservations.mine(session)] == [state]
