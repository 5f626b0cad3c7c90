"""Reserving: written down, sent, crossed out; kept where no answer came."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    AlreadyReserved,
    KioskDiskFull,
    LibraryError,
    LimitReached,
    NoticeNotPossible,
    NumberNotAccepted,
    PermitEnded,
    PickupNotPossible,
    RequestNotUnderstood,
    StorageBusy,
)
from kiosk.domain.patrons import Session, SessionToken
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import Options, Wish
from kiosk.domain.titles import TitleId
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.catalogue import SimulatedCatalogue
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.simulated.stock import BOTCHAN, CENTRAL_BRANCH, SMALL_BRANCH
from kiosk.wire.lending import OptionsAnswer
from tests.services.conftest import SHORT
from tests.services.odd_service import OddService, answer
from tests.services.offers import offer
from tests.services.shelf_of_wishes import ShelfOfWishes

SESSION = Session(SessionToken("token"))


class Seconds:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class FullOutbox(SqliteOutbox):
    """Cannot write anything down, or cannot cross anything out."""

    can_begin = False

    def next_wish(
        self, options: Options, pickup: str, notice: NoticeMethod, *, any_edition: bool = False
    ) -> Wish:
        if not self.can_begin:
            raise KioskDiskFull
        return super().next_wish(options, CENTRAL_BRANCH.id, notice, any_edition=any_edition)

    def answered(self, wish: Wish) -> None:
        raise KioskDiskFull


def numbers_from(outbox: SqliteOutbox, count: int) -> set[str]:
    """As many numbers as the outbox would give out next, as if it had done so before."""
    wish = outbox.next_wish(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    outbox.answered(wish)
    last = int(wish.number[3:9])
    return {reservation_number(7, last + place) for place in range(1, count + 1)}


@pytest.fixture
def http(odd: OddService) -> Iterator[CentralHttp]:
    http = CentralHttp.over_socket(odd.path, "key", SHORT)
    yield http
    http.close()


@pytest.fixture
def outbox(folder: Path, clock: FixedClock) -> Iterator[SqliteOutbox]:
    outbox = SqliteOutbox(folder, 7)
    yield outbox
    outbox.close()


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def reservations(
    http: CentralHttp, outbox: SqliteOutbox, clock: FixedClock, seconds: Seconds
) -> CentralReservations:
    return CentralReservations(http, outbox, SimulatedCatalogue(), clock, seconds=seconds)


@pytest.fixture
def shelf(odd: OddService) -> ShelfOfWishes:
    return ShelfOfWishes(odd)


def test_what_is_answered_is_placed_and_crossed_out(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    reserved = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert not reserved.is_kept
    assert list(shelf.placed) == [reserved.id]
    assert outbox.waiting() == ()


@pytest.mark.parametrize("silence", [b"", b"HTTP/1.1 200 OK\r\n", answer("200 OK", "?")])
def test_without_an_answer_the_reservation_is_kept(
    reservations: CentralReservations, outbox: SqliteOutbox, odd: OddService, silence: bytes
) -> None:
    odd.says(silence)
    kept = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert kept.is_kept
    assert kept.position is None
    assert (kept.title_name, kept.creator) == ("坊っちゃん", "夏目 漱石")
    assert kept.pickup == CENTRAL_BRANCH
    assert [(wish.id, wish.number) for wish in outbox.waiting()] == [(kept.id, kept.number)]


def test_a_service_in_trouble_keeps_the_reservation_too(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    shelf.refusals["permit-1"] = StorageBusy()
    assert reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL).is_kept
    assert len(outbox.waiting()) == 1


@pytest.mark.parametrize(
    "refusal", [LimitReached(10), AlreadyReserved(), PermitEnded(), RequestNotUnderstood()]
)
def test_a_refusal_is_told_and_nothing_is_kept(
    reservations: CentralReservations,
    outbox: SqliteOutbox,
    shelf: ShelfOfWishes,
    refusal: LibraryError,
) -> None:
    shelf.refusals["permit-1"] = refusal
    with pytest.raises(type(refusal)):
        reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert outbox.waiting() == ()


@pytest.mark.parametrize("used", [1, 2, 60, 1000])
def test_a_number_that_is_taken_costs_the_patron_nothing(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes, used: int
) -> None:
    shelf.taken = numbers_from(outbox, used)
    reserved = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert not reserved.is_kept
    assert reserved.number not in shelf.taken
    assert list(shelf.placed) == [reserved.id]
    assert len(shelf.puts) <= 11
    assert outbox.waiting() == ()


def test_the_next_reservation_finds_its_number_at_once(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    shelf.taken = numbers_from(outbox, 60)
    reservations.reserve(offer("a"), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    shelf.puts.clear()
    reservations.reserve(offer("b"), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert len(shelf.puts) == 1


def test_where_no_number_is_taken_the_kiosk_does_not_try_for_ever(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    shelf.refusals["permit-1"] = NumberNotAccepted()
    with pytest.raises(NumberNotAccepted):
        reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert len(shelf.puts) == 11
    assert outbox.waiting() == ()


def test_a_line_that_goes_while_numbers_are_tried_keeps_the_last_of_them(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes, odd: OddService
) -> None:
    shelf.refusals["permit-1"] = NumberNotAccepted()

    def hang_up_at_the_third(connection: socket.socket, request: bytes) -> None:
        if len(shelf.puts) < 2:
            shelf.serve(connection, request)

    odd.does(hang_up_at_the_third)
    kept = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert kept.is_kept
    assert [(wish.id, wish.number) for wish in outbox.waiting()] == [(kept.id, kept.number)]


def test_what_was_not_offered_is_neither_kept_nor_sent(
    reservations: CentralReservations, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    with pytest.raises(PickupNotPossible):
        reservations.reserve(offer(), SMALL_BRANCH.id, NoticeMethod.EMAIL)
    with pytest.raises(NoticeNotPossible):
        reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.TELEPHONE)
    assert outbox.waiting() == ()
    assert not shelf.puts


def test_with_a_full_disk_nothing_is_sent(
    http: CentralHttp, folder: Path, clock: FixedClock, shelf: ShelfOfWishes
) -> None:
    full = FullOutbox(folder, 7)
    reservations = CentralReservations(http, full, SimulatedCatalogue(), clock)
    with pytest.raises(KioskDiskFull):
        reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert not shelf.puts


def test_a_disk_that_fills_in_the_middle_spoils_no_placed_reservation(
    http: CentralHttp, folder: Path, clock: FixedClock, shelf: ShelfOfWishes
) -> None:
    filling = FullOutbox(folder, 7)
    filling.can_begin = True
    reservations = CentralReservations(http, filling, SimulatedCatalogue(), clock)
    reserved = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert list(shelf.placed) == [reserved.id]
    filling.close()


def test_a_title_that_left_the_kiosks_copy_is_kept_without_its_name(
    http: CentralHttp, outbox: SqliteOutbox, clock: FixedClock, odd: OddService
) -> None:
    odd.says(b"")
    reservations = CentralReservations(http, outbox, SimulatedCatalogue(()), clock)
    kept = reservations.reserve(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert (kept.is_kept, kept.title_name) == (True, "")


def test_a_patron_who_thought_too_long_is_asked_again(
    reservations: CentralReservations, odd: OddService, seconds: Seconds, outbox: SqliteOutbox
) -> None:
    odd.says(answer("200 OK", OptionsAnswer.of(offer()).model_dump_json()))
    options = reservations.options(SESSION, BOTCHAN.title.id)
    seconds.now_s = options.permit_s + 1
    with pytest.raises(PermitEnded):
        reservations.reserve(options, CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert outbox.waiting() == ()


def test_a_titles_id_cannot_lead_to_another_address(
    reservations: CentralReservations, odd: OddService
) -> None:
    odd.says(answer("200 OK", OptionsAnswer.of(offer()).model_dump_json()))
    reservations.options(SESSION, TitleId("../branches?x=1"))
    assert odd.requests[0].startswith(b"GET /titles/..%2Fbranches%3Fx%3D1/options ")
