"""A finger on a key, and a scanner's equal digits."""

from kiosk.hardware.barcode_scanner.held_down import HeldDown

N, M = 57, 58


def repeats(*ways: tuple[int, int, bool]) -> list[bool]:
    """For each press whether it is a repeat."""
    held = HeldDown()
    told = [held.is_repeat(key, at_ms, is_press=down) for key, at_ms, down in ways]
    return [one for one, (_, _, down) in zip(told, ways, strict=True) if down]


def test_a_key_that_is_held_down_repeats_as_x_tells_it() -> None:
    ways = ((N, 0, True), (N, 660, False), (N, 660, True), (N, 700, False), (N, 700, True))
    assert repeats(*ways) == [False, True, True]


def test_equal_digits_of_a_scanner_are_no_repeats() -> None:
    ways = [(N, at_ms, down) for at_ms in range(0, 20, 2) for down in (True, False)]
    assert repeats(*ways) == [False] * 10


def test_equal_digits_in_the_same_millisecond_are_no_repeats() -> None:
    ways = [(N, 5, down) for _ in range(10) for down in (True, False)]
    assert repeats(*ways) == [False] * 10


def test_a_key_struck_again_later_begins_anew() -> None:
    ways = ((N, 0, True), (N, 660, False), (N, 661, True), (M, 900, True), (N, 1200, True))
    assert repeats(*ways) == [False, False, False, False]
