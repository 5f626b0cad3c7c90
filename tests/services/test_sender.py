"""What waits in the outbox is sent until it is answered."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import (
    KioskDiskFull,
    KioskUnknown,
    LimitReached,
    RequestNotUnderstood,
    StorageFull,
)
from kiosk.domain.reservations import Wish
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.sender import WishSender
from kiosk.services.file_lock import FileLock
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.stock import CENTRAL_BRANCH
from tests.services.conftest import SHORT
from tests.services.odd_service import OddService
from tests.services.offers import offer
from tests.services.shelf_of_wishes import ShelfOfWishes


class FullOutbox(SqliteOutbox):
    """Cannot write another number down."""

    def renumbered(self, wish: Wish, leap: int) -> Wish:
        raise KioskDiskFull


@pytest.fixture
def outbox(folder: Path) -> Iterator[SqliteOutbox]:
    outbox = SqliteOutbox(folder, 7)
    yield outbox
    outbox.close()


@pytest.fixture
def shelf(odd: OddService) -> ShelfOfWishes:
    return ShelfOfWishes(odd)


@pytest.fixture
def sender(folder: Path, odd: OddService, outbox: SqliteOutbox) -> Iterator[WishSender]:
    http = CentralHttp.over_socket(odd.path, "key", SHORT)
    sender = WishSender(http, outbox, FileLock(folder / "sender.lock"), first_pause_s=0.001)
    yield sender
    sender.stop()
    http.close()


def keep(outbox: SqliteOutbox, permit: str) -> Wish:
    return outbox.next_wish(offer(permit), CENTRAL_BRANCH.id, NoticeMethod.MISSED_CALL)


def test_what_waits_is_placed_in_the_order_of_asking(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    wishes = [keep(outbox, permit) for permit in "abc"]
    assert sender.send_waiting()
    assert shelf.puts == [wish.id for wish in wishes]
    assert shelf.placed[wishes[0].id]["number"] == wishes[0].number
    assert outbox.waiting() == ()


def test_the_service_is_told_that_the_patron_has_left(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes, odd: OddService
) -> None:
    keep(outbox, "a")
    assert sender.send_waiting()
    assert list(shelf.placed)
    assert b"patron-has-left: yes" in odd.requests[0].lower()


def test_a_refusal_is_an_answer_too(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    shelf.refusals["full"] = LimitReached(10)
    keep(outbox, "full")
    assert sender.send_waiting()
    assert outbox.waiting() == ()
    assert not shelf.placed


@pytest.mark.parametrize("mishap", [StorageFull(), KioskUnknown(), RequestNotUnderstood()])
def test_what_can_be_mended_is_kept_and_holds_up_nobody(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes, mishap: KioskUnknown
) -> None:
    shelf.refusals["unlucky"] = mishap
    unlucky, lucky = keep(outbox, "unlucky"), keep(outbox, "lucky")
    assert not sender.send_waiting()
    assert outbox.waiting() == (unlucky,)
    assert list(shelf.placed) == [lucky.id]


def test_a_kept_wish_whose_number_is_taken_is_placed_under_a_later_one(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes
) -> None:
    wish = keep(outbox, "a")
    shelf.taken = {wish.number}
    assert sender.send_waiting()
    assert list(shelf.placed) == [wish.id]
    assert shelf.placed[wish.id]["number"] != wish.number
    assert outbox.waiting() == ()


def test_a_disk_that_is_full_when_a_number_is_taken_keeps_the_wish(
    folder: Path, odd: OddService, shelf: ShelfOfWishes
) -> None:
    full = FullOutbox(folder, 7)
    http = CentralHttp.over_socket(odd.path, "key", SHORT)
    wish = keep(full, "a")
    shelf.taken = {wish.number}
    assert not WishSender(http, full, FileLock(folder / "sender.lock")).send_waiting()
    assert full.waiting() == (wish,)
    http.close()
    full.close()


def test_without_the_line_everything_waits_on(
    sender: WishSender, outbox: SqliteOutbox, odd: OddService
) -> None:
    odd.says(b"")
    wishes = (keep(outbox, "a"), keep(outbox, "b"))
    assert not sender.send_waiting()
    assert outbox.waiting() == wishes


def test_while_another_process_sends_this_one_does_not(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes, folder: Path
) -> None:
    keep(outbox, "a")
    with FileLock(folder / "sender.lock").held():
        assert not sender.send_waiting()
    assert not shelf.puts
    assert sender.send_waiting()


def test_an_answer_that_was_lost_is_asked_for_again_and_places_nothing_twice(
    sender: WishSender, outbox: SqliteOutbox, shelf: ShelfOfWishes, odd: OddService
) -> None:
    def lose_the_answer(_connection: object, request: bytes) -> None:
        shelf.take(request)

    odd.does(lose_the_answer)
    wish = keep(outbox, "a")
    assert not sender.send_waiting()
    odd.does(shelf.serve)
    assert sender.send_waiting()
    assert list(shelf.placed) == [wish.id]


def test_the_sender_wakes_when_the_line_is_back(
    folder: Path, outbox: SqliteOutbox, odd: OddService, shelf: ShelfOfWishes
) -> None:
    placed = threading.Event()
    odd.says(b"")
    http = CentralHttp.over_socket(odd.path, "key", SHORT)
    sender = WishSender(http, outbox, FileLock(folder / "sender.lock"), first_pause_s=3600)
    keep(outbox, "a")
    sender.start()

    def serve_and_say(connection: object, request: bytes) -> None:
        shelf.take(request)
        placed.set()

    odd.does(serve_and_say)
    sender.wake()
    assert placed.wait(5)
    sender.stop()
    http.close()
