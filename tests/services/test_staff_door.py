"""The staff's door: opened by card and PIN, locked after five wrong PINs."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import StaffDoorClosed, TriedTooOften
from kiosk.services.simulated.clock import FixedClock
from kiosk.services.staff_door import GuardedStaffDoor
from kiosk.services.staff_secret import StaffSecret, fits_any

CHEAP = 2**10
CARD, OTHER_CARD, PIN = "STAFF-0001", "STAFF-0002", "246810"
CARDS = (StaffSecret.of(CARD, cost=CHEAP), StaffSecret.of(OTHER_CARD, cost=CHEAP))
SECRET_PIN = StaffSecret.of(PIN, cost=CHEAP)


@pytest.fixture
def door(folder: Path, clock: FixedClock) -> GuardedStaffDoor:
    return GuardedStaffDoor(CARDS, SECRET_PIN, folder, clock)


def fail(door: GuardedStaffDoor, times: int) -> None:
    for _ in range(times):
        with pytest.raises(StaffDoorClosed):
            door.open(CARD, "000000")


def test_each_staff_card_opens_with_the_pin(door: GuardedStaffDoor) -> None:
    door.open(CARD, PIN)
    door.open(OTHER_CARD, PIN)


def test_a_patrons_card_is_no_staff_card(door: GuardedStaffDoor) -> None:
    assert door.is_staff_card(CARD)
    assert not door.is_staff_card("01234567")
    with pytest.raises(StaffDoorClosed):
        door.open("01234567", PIN)


def test_without_cards_or_pin_in_the_settings_nobody_enters(
    folder: Path, clock: FixedClock
) -> None:
    for cards, pin in (((), SECRET_PIN), (CARDS, None)):
        with pytest.raises(StaffDoorClosed):
            GuardedStaffDoor(cards, pin, folder, clock).open(CARD, PIN)


def test_five_wrong_pins_lock_it_for_ten_minutes(door: GuardedStaffDoor, clock: FixedClock) -> None:
    fail(door, 5)
    with pytest.raises(TriedTooOften) as often:
        door.open(CARD, PIN)
    assert often.value.wait_s == 600
    clock.turn(timedelta(minutes=9, seconds=59))
    with pytest.raises(TriedTooOften):
        door.open(CARD, PIN)
    clock.turn(timedelta(seconds=1))
    door.open(CARD, PIN)


def test_a_restart_helps_nobody(folder: Path, door: GuardedStaffDoor, clock: FixedClock) -> None:
    fail(door, 3)
    again = GuardedStaffDoor(CARDS, SECRET_PIN, folder, clock)
    fail(again, 2)
    with pytest.raises(TriedTooOften):
        GuardedStaffDoor(CARDS, SECRET_PIN, folder, clock).open(CARD, PIN)


def test_the_right_pin_forgets_the_wrong_ones(door: GuardedStaffDoor) -> None:
    fail(door, 4)
    door.open(CARD, PIN)
    fail(door, 4)
    door.open(CARD, PIN)


def test_a_clock_put_back_a_year_locks_for_ten_minutes_only(
    door: GuardedStaffDoor, clock: FixedClock
) -> None:
    fail(door, 5)
    clock.turn(timedelta(days=-365))
    with pytest.raises(TriedTooOften) as often:
        door.open(CARD, PIN)
    assert often.value.wait_s == 600
    clock.turn(timedelta(minutes=10))
    door.open(CARD, PIN)


@pytest.mark.parametrize("damaged", ["", "[]", "{", '{"wrong": 5, "locked_until": "soon"}'])
def test_a_damaged_file_locks_no_staff_out(folder: Path, clock: FixedClock, damaged: str) -> None:
    (folder / "staff-door.json").write_text(damaged)
    GuardedStaffDoor(CARDS, SECRET_PIN, folder, clock).open(CARD, PIN)


def test_a_disk_that_cannot_be_written_keeps_no_staff_out_but_still_counts(
    folder: Path, clock: FixedClock
) -> None:
    (folder / "file").touch()
    door = GuardedStaffDoor(CARDS, SECRET_PIN, folder / "file", clock)
    door.open(CARD, PIN)
    fail(door, 5)
    with pytest.raises(TriedTooOften):
        door.open(CARD, PIN)


def test_what_stands_in_the_settings_gives_nothing_away() -> None:
    written = str(SECRET_PIN)
    assert StaffSecret.read(written) == SECRET_PIN
    assert PIN not in written
    assert written.split("$")[3] not in repr(SECRET_PIN)
    assert str(StaffSecret.of(PIN, cost=CHEAP)) != written


def test_cards_may_share_a_salt_so_that_one_hash_checks_them_all() -> None:
    salt = b"0123456789abcdef"
    cards = tuple(StaffSecret.of(card, salt=salt, cost=CHEAP) for card in (CARD, OTHER_CARD))
    assert fits_any(OTHER_CARD, cards)
    assert not fits_any("STAFF-0003", cards)


@pytest.mark.parametrize(
    "wrong", ["", "246810", "md5$1024$AAAA$AAAA", "scrypt$1000$AAAA$AAAA", "scrypt$1024$?$AAAA"]
)
def test_a_wrong_hash_in_the_settings_is_said(wrong: str) -> None:
    with pytest.raises(ValueError, match="staff secret"):
        StaffSecret.read(wrong)
