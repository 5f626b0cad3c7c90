"""A wish is on the disk before it is sent, under a number that nobody had before."""

import sqlite3
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import KioskDiskFull
from kiosk.domain.reservation_numbers import (
    LAST_COUNT,
    count_of,
    is_reservation_number,
    reservation_number,
)
from kiosk.domain.reservations import Options, Wish
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.simulated.stock import CENTRAL_BRANCH
from tests.services.offers import offer


def wish_for(outbox: SqliteOutbox, permit: str = "permit-1") -> Wish:
    return outbox.next_wish(offer(permit), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)


def test_what_is_kept_is_there_for_the_next_process(folder: Path) -> None:
    first = SqliteOutbox(folder, 7)
    wishes = (wish_for(first, "a"), wish_for(first, "b"))
    assert SqliteOutbox(folder, 7).waiting() == wishes


def test_another_number_is_kept_before_it_is_sent(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    wish = wish_for(outbox)
    later = outbox.renumbered(wish, 4)
    assert (later.id, later.permit) == (wish.id, wish.permit)
    assert int(later.number[3:9]) == int(wish.number[3:9]) + 4
    assert SqliteOutbox(folder, 7).waiting() == (later,)
    assert int(wish_for(outbox).number[3:9]) == int(later.number[3:9]) + 1


def test_what_was_answered_meanwhile_is_not_kept_again(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    wish = wish_for(outbox)
    outbox.answered(wish)
    assert outbox.renumbered(wish, 1).number != wish.number
    assert outbox.waiting() == ()


def test_what_is_answered_waits_no_longer(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    answered, kept = wish_for(outbox, "a"), wish_for(outbox, "b")
    outbox.answered(answered)
    outbox.answered(answered)
    assert outbox.waiting() == (kept,)


def test_the_number_says_the_kiosk_and_has_a_check_digit(folder: Path) -> None:
    number = wish_for(SqliteOutbox(folder, 7)).number
    assert number.startswith("007")
    assert is_reservation_number(number)


def test_only_the_permit_is_kept_and_nothing_of_a_person(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    wish_for(outbox)
    outbox.close()
    with sqlite3.connect(folder / "outbox.sqlite") as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(wish)")]
    file.close()
    assert columns == ["place", "id", "number", "permit", "pickup", "notice", "any_edition"]


@pytest.mark.parametrize("any_edition", [True, False])
def test_whether_any_edition_will_do_is_kept_too(folder: Path, *, any_edition: bool) -> None:
    outbox = SqliteOutbox(folder, 7)
    wish = outbox.next_wish(offer(), CENTRAL_BRANCH.id, NoticeMethod.EMAIL, any_edition=any_edition)
    assert SqliteOutbox(folder, 7).waiting() == (wish,)
    assert wish.any_edition is any_edition


OLDER_TABLE = """CREATE TABLE wish (
    place INTEGER NOT NULL PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, number VARCHAR NOT NULL,
    permit VARCHAR NOT NULL, pickup VARCHAR NOT NULL, notice VARCHAR NOT NULL)"""
OLDER_WISH = "INSERT INTO wish (id, number, permit, pickup, notice) VALUES (?, ?, ?, ?, ?)"


def older_kiosk_keeps(folder: Path, reservation: str) -> None:
    with sqlite3.connect(folder / "outbox.sqlite") as file:
        kept = (reservation, "0070000019", "permit", CENTRAL_BRANCH.id, "email")
        file.execute(OLDER_WISH, kept)
    file.close()


def test_what_an_older_kiosk_kept_is_sent_for_its_own_edition(folder: Path) -> None:
    with sqlite3.connect(folder / "outbox.sqlite") as file:
        file.execute(OLDER_TABLE)
    file.close()
    older_kiosk_keeps(folder, "before")
    outbox = SqliteOutbox(folder, 7)
    (kept,) = outbox.waiting()
    assert (kept.id, kept.permit, kept.any_edition) == ("before", "permit", False)
    wish_for(outbox)
    older_kiosk_keeps(folder, "meanwhile")
    assert [wish.any_edition for wish in SqliteOutbox(folder, 7).waiting()] == [False] * 3


def test_an_answered_permit_is_wiped_from_the_file(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    outbox.answered(wish_for(outbox, "a-permit-to-forget"))
    outbox.close()
    for file in folder.iterdir():
        assert b"a-permit-to-forget" not in file.read_bytes()


def test_nobody_else_on_the_machine_may_read_it(folder: Path) -> None:
    outbox = SqliteOutbox(folder / "data", 7)
    wish_for(outbox)
    modes = {file.name: file.stat().st_mode & 0o077 for file in (folder / "data").iterdir()}
    assert "outbox.sqlite-wal" in modes
    assert set(modes.values()) == {0}
    assert (folder / "data").stat().st_mode & 0o077 == 0


def test_what_is_written_survives_a_power_cut(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    with outbox._engine.connect() as connection:
        full = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    outbox.close()
    assert (full, journal) == (2, "wal")


def test_a_full_disk_keeps_nothing_half(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    before = wish_for(outbox, "before")
    with outbox._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KioskDiskFull) as full:
        outbox.next_wish(offer("p" * 100_000), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    assert full.value.__context__ is None
    assert outbox.waiting() == (before,)
    after = wish_for(outbox, "after")
    assert after.number != before.number
    assert outbox.waiting() == (before, after)


def test_a_folder_that_cannot_be_made_is_said_clearly(folder: Path) -> None:
    (folder / "file").touch()
    with pytest.raises(KioskDiskFull):
        wish_for(SqliteOutbox(folder / "file", 7))


def test_a_file_that_is_no_outbox_is_said_clearly_and_left_alone(folder: Path) -> None:
    (folder / "outbox.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(KioskDiskFull):
        wish_for(SqliteOutbox(folder, 7))
    assert (folder / "outbox.sqlite").read_bytes() == b"not a database" * 100


def told(last: int) -> Options:
    """Options of a service that knows this many numbers of the kiosk."""
    return replace(offer(), last_number=reservation_number(7, last))


def ask(outbox: SqliteOutbox, options: Options) -> int:
    wish = outbox.next_wish(options, CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    return count_of(wish.number)


def test_a_lost_file_begins_beyond_the_numbers_that_the_service_knows(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    assert [ask(outbox, told(4711)), ask(outbox, told(4711))] == [4712, 4713]


def test_what_was_kept_and_not_yet_sent_is_not_counted_again(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    assert [ask(outbox, told(20)), ask(outbox, told(20)), ask(outbox, told(3))] == [21, 22, 23]


def test_a_kiosk_that_nobody_knows_begins_with_one(folder: Path) -> None:
    assert ask(SqliteOutbox(folder, 7), offer()) == 1


def test_after_the_last_number_the_first_is_given_again(folder: Path) -> None:
    outbox = SqliteOutbox(folder, 7)
    last = told(LAST_COUNT)
    assert [ask(outbox, told(LAST_COUNT - 1)), ask(outbox, last), ask(outbox, last)] == [
        LAST_COUNT,
        1,
        2,
    ]


def test_two_threads_never_get_the_same_number(folder: Path) -> None:
    panel, spare = SqliteOutbox(folder, 7), SqliteOutbox(folder, 7)
    numbers: list[str] = []

    def ask_ten(outbox: SqliteOutbox) -> None:
        numbers.extend(wish_for(outbox).number for _ in range(10))

    threads = [
        threading.Thread(target=ask_ten, args=(one,)) for one in (panel, spare, panel, spare)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(numbers)) == 40


@settings(max_examples=15, deadline=None)
@given(
    start=st.integers(1, LAST_COUNT),
    steps=st.lists(st.sampled_from(["panel", "spare", "answered", "restart"]), max_size=12),
)
def test_no_number_comes_twice_whatever_happens(start: int, steps: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="k") as name:
        processes = {each: SqliteOutbox(Path(name), 7) for each in ("panel", "spare")}
        wishes: list[Wish] = []
        for step in steps:
            if step == "restart":
                processes["panel"].close()
                processes["panel"] = SqliteOutbox(Path(name), 7)
            elif step == "answered" and wishes:
                processes["panel"].answered(wishes[-1])
            elif step in processes:
                options = told(start)
                wishes.append(
                    processes[step].next_wish(options, CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
                )
        for process in processes.values():
            process.close()
    assert len({wish.number for wish in wishes}) == len(wishes)
    assert all(is_reservation_number(wish.number) for wish in wishes)
