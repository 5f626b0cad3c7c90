"""A reservation kept while the service was away is placed there when it is back, once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LineLost
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.central.sender import WishSender
from kiosk.services.central.wishes import place
from kiosk.services.file_lock import FileLock
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CENTRAL_BRANCH, KOKORO, LEGENDS
from tests.services.suites.desks import CentralLibrary


def test_what_was_kept_is_placed_under_its_number_after_the_patron_has_left(
    central: CentralLibrary, folder: Path
) -> None:
    desk = central.desk()
    sender = WishSender(central.http, central.outbox, FileLock(folder / "sender.lock"))
    with central.running():
        session = desk.accounts.sign_in(CARD, PASSWORD)
        options = desk.reservations.options(session, BOTCHAN.title.id)
    kept = desk.reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.MISSED_CALL)
    assert kept.is_kept
    assert not sender.send_waiting()
    with pytest.raises(LineLost):
        desk.reservations.mine(session)
    with central.running():
        desk.accounts.sign_out(session)
        assert sender.send_waiting()
        assert sender.send_waiting()
        again = desk.accounts.sign_in(CARD, PASSWORD)
        (placed,) = desk.reservations.mine(again)
    assert (placed.id, placed.number) == (kept.id, kept.number)
    assert not placed.is_kept
    assert (placed.title_name, placed.creator) == (kept.title_name, kept.creator)
    assert (placed.call_number, placed.pickup.id) == (kept.call_number, kept.pickup.id)
    assert central.outbox.waiting() == ()


def test_a_kept_wish_that_the_service_knows_already_is_only_crossed_out(
    central: CentralLibrary, folder: Path
) -> None:
    desk = central.desk()
    sender = WishSender(central.http, central.outbox, FileLock(folder / "sender.lock"))
    with central.running():
        session = desk.accounts.sign_in(CARD, PASSWORD)
        options = desk.reservations.options(session, BOTCHAN.title.id)
        wish = central.outbox.next_wish(options, CENTRAL_BRANCH.id, NoticeMethod.NONE)
        place(central.http, wish)  # and then the kiosk lost its power
        assert sender.send_waiting()
        assert [one.id for one in desk.reservations.mine(session)] == [wish.id]
    assert central.outbox.waiting() == ()


def test_any_edition_is_still_wanted_when_the_line_is_back(
    central: CentralLibrary, folder: Path
) -> None:
    desk = central.desk()
    sender = WishSender(central.http, central.outbox, FileLock(folder / "sender.lock"))
    with central.running():
        session = desk.accounts.sign_in(CARD, PASSWORD)
        options = desk.reservations.options(session, LEGENDS.title.id)
    kept = desk.reservations.reserve(
        options, CENTRAL_BRANCH.id, NoticeMethod.NONE, any_edition=True
    )
    assert (kept.is_kept, kept.any_edition) == (True, True)
    with central.running():
        assert sender.send_waiting()
        assert [one.any_edition for one in desk.reservations.mine(session)] == [True]


def test_a_kiosk_that_lost_its_outbox_goes_on_under_other_numbers(
    central: CentralLibrary, folder: Path
) -> None:
    desk = central.desk()
    anew = SqliteOutbox(folder / "anew", 7)
    catalogue, clock = SimulatedCatalogue(), FixedClock()
    after = CentralReservations(central.http, anew, catalogue, clock)
    with central.running():
        session = desk.accounts.sign_in(CARD, PASSWORD)
        options = [desk.reservations.options(session, one.title.id) for one in (BOTCHAN, KOKORO)]
        first = desk.reservations.reserve(options[0], CENTRAL_BRANCH.id, NoticeMethod.NONE)
        second = after.reserve(options[1], CENTRAL_BRANCH.id, NoticeMethod.NONE)
        mine = desk.reservations.mine(session)
    assert not second.is_kept
    assert first.number != second.number
    assert [one.number for one in mine] == [first.number, second.number]
    anew.close()


def test_a_kiosk_whose_clock_is_wrong_and_jumps_is_served_like_any_other(
    central: CentralLibrary, folder: Path
) -> None:
    clock, catalogue = FixedClock(datetime(2099, 12, 31, tzinfo=UTC)), SimulatedCatalogue()
    reservations = CentralReservations(central.http, central.outbox, catalogue, clock)
    sender = WishSender(central.http, central.outbox, FileLock(folder / "sender.lock"))
    desk = central.desk()
    with central.running():
        session = desk.accounts.sign_in(CARD, PASSWORD)
        options = [reservations.options(session, one.title.id) for one in (BOTCHAN, KOKORO)]
        clock.set_to(datetime(1970, 1, 1, tzinfo=UTC))
        first = reservations.reserve(options[0], CENTRAL_BRANCH.id, NoticeMethod.NONE)
    clock.set_to(datetime(2030, 1, 1, tzinfo=UTC))
    kept = reservations.reserve(options[1], CENTRAL_BRANCH.id, NoticeMethod.NONE)
    clock.set_to(datetime(1999, 1, 1, tzinfo=UTC))
    with central.running():
        assert sender.send_waiting()
        mine = desk.reservations.mine(session)
    assert [(one.id, one.number) for one in mine] == [(one.id, one.number) for one in (first, kept)]
    assert {one.requested_at for one in mine} == {first.requested_at}  # the service's own time
    assert kept.is_kept
