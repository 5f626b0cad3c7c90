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
