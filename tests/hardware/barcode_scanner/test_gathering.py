"""When a code from a line is whole, and what is forgotten."""

import pytest

from kiosk.hardware.barcode_scanner.code_text import LONGEST
from kiosk.hardware.barcode_scanner.gathering import MOST_RESTS, Gathering
from kiosk.hardware.barcode_scanner.scanner_settings import Ending

CARD = b"A01234567B"


def gathered(*raw: bytes, ending: Ending = Ending.ANY) -> str:
    """What a rest after these pieces tells."""
    gathering = Gathering(ending)
    for piece in raw:
        gathering.take(piece)
    return gathering.rest()


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\t"])
def test_each_usual_ending_ends_a_code(ending: bytes) -> None:
    assert gathered(CARD + ending) == "A01234567B"


def test_pieces_are_put_together() -> None:
    assert gathered(b"A012", b"345", b"67B\r", b"\n") == "A01234567B"


def test_the_lines_of_one_code_come_together() -> None:
    assert gathered(b"one\r\ntwo\r", b"three\n") == "one\ntwo\nthree"


def test_a_code_without_its_ending_is_waited_for() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(b"A0123")
    assert gathering.rest() == ""
    gathering.take(b"4567B\r")
    assert gathering.rest() == "A01234567B"


def test_what_was_cut_off_is_forgotten_at_last() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(b"A0123")
    assert [gathering.rest() for _ in range(MOST_RESTS + 1)] == [""] * (MOST_RESTS + 1)
    assert gathering.is_empty
    gathering.take(CARD + b"\r")
    assert gathering.rest() == "A01234567B"


def test_a_scanner_that_sends_no_ending_is_heard_by_its_silence() -> None:
    assert gathered(CARD, ending=Ending.PAUSE) == "A01234567B"


@pytest.mark.parametrize(("ending", "other"), [(Ending.TAB, b"\r\n"), (Ending.NEW_LINE, b"\t")])
def test_an_ending_that_is_not_set_ends_nothing(ending: Ending, other: bytes) -> None:
    assert gathered(CARD + other, ending=ending) == ""


def test_what_is_longer_than_any_code_is_forgotten_until_the_next_rest() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(b"1" * LONGEST)
    gathering.take(b"2")
    gathering.take(CARD + b"\r")
    assert gathering.rest() == ""
    gathering.take(CARD + b"\r")
    assert gathering.rest() == "A01234567B"


def test_the_longest_code_is_taken() -> None:
    assert gathered(b"1" * (LONGEST - 1) + b"\r") == "1" * (LONGEST - 1)


def test_what_was_spoilt_on_the_way_is_no_code() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(b"A0123")
    gathering.spoil()
    gathering.take(b"67B\r")
    assert gathering.rest() == ""
    assert gathering.is_empty


def test_nul_counts_nowhere() -> None:
    assert gathered(b"\0\0A012\00034567B\r\0\0") == "A01234567B"


@pytest.mark.parametrize("number", ["A01234567B", "9784003101018", "0012345", "400310101X"])
def test_a_number_is_told_at_its_ending_and_what_follows_it_passes(number: str) -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(number.encode() + b"\r")
    assert gathering.number() == number
    gathering.take(b"\nmore of the same\r\n")
    assert gathering.number() == ""
    assert gathering.rest() == ""
    assert gathering.is_empty
    gathering.take(CARD + b"\r")
    assert gathering.number() == "A01234567B"


def test_two_numbers_in_haste_are_two() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(CARD + b"\r\n")
    assert gathering.number() == "A01234567B"
    gathering.take(b"9784003101018\r\n")
    assert gathering.number() == "9784003101018"
    assert gathering.rest() == ""


@pytest.mark.parametrize(
    "raw", [b"A01234567B", b"KIOSK1:1,2;\r", b"one\r", b"12 345678\r", b"1234\r"]
)
def test_what_may_go_on_is_told_by_silence_only(raw: bytes) -> None:
    gathering = Gathering(Ending.ANY)
    gathering.take(raw)
    assert gathering.number() == ""


def test_where_silence_ends_a_code_a_number_waits_for_it_too() -> None:
    gathering = Gathering(Ending.PAUSE)
    gathering.take(CARD)
    assert gathering.number() == ""
    assert gathering.rest() == "A01234567B"


def test_a_number_after_something_lost_is_not_told() -> None:
    gathering = Gathering(Ending.ANY)
    gathering.spoil()
    gathering.take(CARD + b"\r")
    assert gathering.number() == ""
