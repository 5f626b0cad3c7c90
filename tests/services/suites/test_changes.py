"""Changing, cancelling and restoring, whichever make of reservations stands behind it."""

from datetime import date

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    NoticeNotPossible,
    PickupNotPossible,
    ReservationUnknown,
    TooLateToChange,
)
from kiosk.domain.patrons import Session
from kiosk.domain.reservations import Reservation, ReservationId, ReservationState
from kiosk.domain.titles import FoundTitle
from kiosk.services.simulated.patrons import INITIAL_PASSWORD, NEW_CARD
from kiosk.services.simulated.stock import (
    BOTCHAN,
    CENTRAL_BRANCH,
    EAST_BRANCH,
    KOKORO,
    SMALL_BRANCH,
    SYMPHONY,
)
from tests.services.suites.desks import Desk
from tests.services.suites.told import told

NOBODYS = ReservationId("00000000-0000-4000-8000-000000000000")
PREPARED = [ReservationState.IN_TRANSIT, ReservationState.READY]


def reserve(desk: Desk, session: Session, found: FoundTitle = BOTCHAN) -> Reservation:
    options = desk.reservations.options(session, found.title.id)
    return desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.TELEPHONE)


@pytest.fixture
def newcomer(desk: Desk) -> Session:
    session = desk.accounts.sign_in(NEW_CARD, INITIAL_PASSWORD)
    desk.accounts.choose_password(session, "midori26")
    return session


def reserve_without_notice(desk: Desk, session: Session) -> Reservation:
    options = desk.reservations.options(session, BOTCHAN.title.id)
    return desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)


@pytest.mark.rule("V1", "R3", "R6")
def test_what_could_be_chosen_is_said_with_its_reasons(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session, SYMPHONY)
    changes = desk.reservations.changes(session, reserved.id)
    assert changes.reservation == reserved.id
    assert {each.branch.id: each.why_not for each in changes.pickups} == {
        CENTRAL_BRANCH.id: None,
        EAST_BRANCH.id: None,
        SMALL_BRANCH.id: WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL,
    }
    assert [each.is_here for each in changes.pickups] == [True, False, False]
    assert {each.method: each.why_not for each in changes.notices if each.why_not} == {
        NoticeMethod.FAX: WhyNot.NO_FAX
    }


@pytest.mark.rule("R3", "V1", "V3")
def test_where_a_notice_comes_from_is_said_when_it_is_changed_too(
    desk: Desk, session: Session
) -> None:
    reserved = reserve(desk, session)
    changes = desk.reservations.changes(session, reserved.id)
    assert changes.notices == desk.reservations.options(session, KOKORO.title.id).notices


@pytest.mark.rule("R2", "V1")
def test_branch_and_notice_are_changed_together_or_alone(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session)
    assert reserved.can_change
    change = desk.reservations.change
    changed = change(session, reserved.id, EAST_BRANCH.id, NoticeMethod.EMAIL)
    assert (changed.pickup, changed.notice) == (EAST_BRANCH, NoticeMethod.EMAIL)
    assert (changed.position, changed.requested_at) == (1, reserved.requested_at)
    changed = change(session, reserved.id, SMALL_BRANCH.id, NoticeMethod.EMAIL)
    assert (changed.pickup, changed.notice) == (SMALL_BRANCH, NoticeMethod.EMAIL)
    changed = change(session, reserved.id, SMALL_BRANCH.id, NoticeMethod.NONE)
    assert told(desk.reservations.mine(session)) == told((changed,))


def test_the_same_change_again_changes_nothing(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session)
    choice = (reserved.id, EAST_BRANCH.id, NoticeMethod.NONE)
    first = desk.reservations.change(session, *choice)
    assert desk.reservations.change(session, *choice) == first


@pytest.mark.rule("R6")
def test_what_is_audiovisual_is_not_sent_to_the_small_branch_later(
    desk: Desk, session: Session
) -> None:
    reserved = reserve(desk, session, SYMPHONY)
    for branch in (SMALL_BRANCH.id, BranchId("nowhere")):
        with pytest.raises(PickupNotPossible):
            desk.reservations.change(session, reserved.id, branch, NoticeMethod.NONE)
    assert told(desk.reservations.mine(session)) == told((reserved,))


@pytest.mark.rule("R3")
def test_a_notice_without_a_contact_is_not_chosen_later(desk: Desk, session: Session) -> None:
    reserved = reserve(desk, session)
    with pytest.raises(NoticeNotPossible):
        desk.reservations.change(session, reserved.id, EAST_BRANCH.id, NoticeMethod.FAX)
    assert told(desk.reservations.mine(session)) == told((reserved,))


@pytest.mark.rule("V1")
@pytest.mark.parametrize("state", PREPARED)
def test_what_is_prepared_is_not_changed_here(
    desk: Desk, session: Session, state: ReservationState
) -> None:
    reserved = reserve(desk, session)
    desk.set_state(reserved.id, state)
    with pytest.raises(TooLateToChange):
        desk.reservations.changes(session, reserved.id)
    with pytest.raises(TooLateToChange):
        desk.reservations.change(session, reserved.id, EAST_BRANCH.id, NoticeMethod.NONE)
    [mine] = desk.reservations.mine(session)
    assert (mine.state, mine.can_change, mine.pickup) == (state, False, CENTRAL_BRANCH)


def test_nobody_changes_or_restores_what_is_not_theirs(
    desk: Desk, session: Session, newcomer: Session
) -> None:
    for reservation in (reserve(desk, session).id, NOBODYS):
        with pytest.raises(ReservationUnknown):
            desk.reservations.changes(newcomer, reservation)
        with pytest.raises(ReservationUnknown):
            desk.reservations.change(newcomer, reservation, EAST_BRANCH.id, NoticeMethod.NONE)
        with pytest.raises(ReservationUnknown):
            desk.reservations.restore(newcomer, reservation)


@pytest.mark.rule("V1")
def test_undoing_a_cancelling_gives_the_old_place_back(
    desk: Desk, session: Session, newcomer: Session
) -> None:
    reserved = reserve(desk, session)
    assert reserve_without_notice(desk, newcomer).position == 2
    desk.reservations.cancel(session, reserved.id)
    [moved_up] = desk.reservations.mine(newcomer)
    assert moved_up.position == 1
    assert told((desk.reservations.restore(session, reserved.id),)) == told((reserved,))
    assert told((desk.reservations.restore(session, reserved.id),)) == told((reserved,))
    assert told(desk.reservations.mine(session)) == told((reserved,))
    [moved_back] = desk.reservations.mine(newcomer)
    assert moved_back.position == 2


@pytest.mark.rule("R8")
def test_what_was_reserved_anew_or_lent_since_is_not_restored(desk: Desk, session: Session) -> None:
    first, other = reserve(desk, session), reserve(desk, session, KOKORO)
    desk.reservations.cancel(session, first.id)
    desk.reservations.cancel(session, other.id)
    reserve(desk, session)
    with pytest.raises(AlreadyReserved):
        desk.reservations.restore(session, first.id)
    desk.lend(KOKORO, date(2026, 12, 4))
    with pytest.raises(AlreadyOnLoan):
        desk.reservations.restore(session, other.id)
    assert len(desk.reservations.mine(session)) == 1


@pytest.mark.parametrize("state", [ReservationState.COLLECTED, ReservationState.EXPIRED])
def test_what_ended_otherwise_is_not_restored(
    desk: Desk, session: Session, state: ReservationState
) -> None:
    reserved = reserve(desk, session)
    desk.set_state(reserved.id, state)
    with pytest.raises(TooLateToChange):
        desk.reservations.restore(session, reserved.id)


@pytest.mark.rule("V2")
def test_what_was_cancelled_is_listed(desk: Desk, session: Session, newcomer: Session) -> None:
    assert desk.reservations.cancelled(session) == ()
    reserved = reserve(desk, session)
    desk.reservations.cancel(session, reserved.id)
    [listed] = desk.reservations.cancelled(session)
    assert (listed.id, listed.state) == (reserved.id, ReservationState.CANCELLED)
    assert (listed.position, listed.can_change) == (None, False)
    assert listed.cancelled_at == reserved.requested_at  # the clock stands still
    assert desk.reservations.cancelled(newcomer) == ()
    desk.reservations.restore(session, reserved.id)
    assert desk.reservations.cancelled(session) == ()
